/** What appeared over the page by itself: layers that were watched, and native dialogs. */

import type { SeenOverlay } from '@fangxing/contract'
import type { WatchedLayer } from '../scripts/watch-page.ts'

interface Size {
  readonly width: number
  readonly height: number
}

const LOGIN = /登录|登陆|注册|sign in|log in/i
const CONSENT = /隐私|用户协议|服务条款|cookie|同意/i
const PERMISSION = /授权|权限|位置信息|定位|通知权限|allow .* to/i
/** Bars at an edge are pinned elements, not layers over the content. */
const LEAST_HEIGHT = 0.15

export function toOverlays(
  layers: readonly WatchedLayer[],
  dialogs: readonly { readonly at: number; readonly words: string }[],
  viewport: Size,
): readonly SeenOverlay[] {
  const area = viewport.width * viewport.height
  return [
    ...layers
      .filter(({ height }) => height / viewport.height >= LEAST_HEIGHT)
      .map(({ at, x, y, width, height, words, isDialog }) => ({
        at,
        box: { x, y, width, height },
        share: Math.min(1, (width * height) / area),
        kind: toKind(words, isDialog),
        words,
      })),
    ...dialogs.map(({ at, words }) => ({
      at,
      box: { x: 0, y: 0, ...viewport },
      share: 1,
      kind: toKind(words, true),
      words,
    })),
  ]
}

function toKind(words: string, isDialog: boolean): SeenOverlay['kind'] {
  if (CONSENT.test(words)) return 'consent'
  if (PERMISSION.test(words)) return 'permission'
  if (LOGIN.test(words)) return 'login'
  return isDialog ? 'dialog' : 'layer'
}
