/**
 * The component library's colours and measures for both modes.
 *
 * Secondary texts are darker than the library's own, so that every text has a contrast of at least
 * 4.5 to 1 on each surface. The same colours stand in `styles/colours.css` for our own elements.
 */

import { type ThemeConfig, theme } from 'antd'
import type { ThemeMode } from './theme-mode.ts'

const FONTS =
  "system-ui, -apple-system, 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'Segoe UI', sans-serif"

const SHARED = {
  fontFamily: FONTS,
  borderRadius: 8,
  wireframe: false,
  motionDurationMid: '0.12s',
  motionDurationSlow: '0.16s',
}

const LIGHT = {
  colorPrimary: '#0b6b5d',
  colorLink: '#0b6b5d',
  colorBgLayout: '#f3f6f5',
  colorText: '#16211e',
  colorTextSecondary: '#4b5a55',
  colorTextTertiary: '#5a6964',
  colorTextDescription: '#5a6964',
  colorTextPlaceholder: '#667570',
  colorBorder: '#8b9994',
  colorBorderSecondary: '#dfe6e3',
  colorError: '#b3261e',
}

const DARK = {
  colorPrimary: '#12806d',
  colorLink: '#62d3bb',
  colorLinkHover: '#8be3d0',
  colorBgBase: '#0e1412',
  colorBgLayout: '#0e1412',
  colorBgContainer: '#161e1b',
  colorBgElevated: '#1c2623',
  colorText: '#e4ece9',
  colorTextSecondary: '#b4c2bd',
  colorTextTertiary: '#9dada7',
  colorTextDescription: '#9dada7',
  colorTextPlaceholder: '#8c9c96',
  colorBorder: '#5d6d67',
  colorBorderSecondary: '#293530',
  colorError: '#ff938b',
}

/** The library darkens the primary colour under the pointer: on dark ground nobody could read it. */
const DARK_HOVER = {
  defaultHoverColor: '#62d3bb',
  defaultHoverBorderColor: '#62d3bb',
  defaultActiveColor: '#8be3d0',
  defaultActiveBorderColor: '#8be3d0',
}

const NO_SHADOWS = { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' }

/** `hasMotion`: false where the person asked the system for less of it. */
export function themeOf(mode: ThemeMode, hasMotion: boolean): ThemeConfig {
  return {
    algorithm: mode === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: { ...SHARED, motion: hasMotion, ...(mode === 'dark' ? DARK : LIGHT) },
    components: {
      Button:
        mode === 'dark'
          ? { ...NO_SHADOWS, ...DARK_HOVER, dangerColor: '#2b0b09' }
          : { ...NO_SHADOWS, dangerColor: '#ffffff' },
    },
    hashed: false,
    cssVar: { key: 'fx' },
  }
}
