/** Language and theme: the two switches that stand on every page. */

import { Button, Tooltip } from 'antd'
import { useTexts } from '../hooks/use-texts.ts'
import { chooseLanguage } from '../i18n/index.ts'
import { Icon, type IconName } from '../parts/Icon.tsx'
import { nextChoice } from '../theme/theme-mode.ts'
import { useThemeControl } from './ThemeContext.ts'

export function LanguageSwitch() {
  const { t, language } = useTexts()
  return (
    <ToolButton
      icon="language"
      label={t('nav.language')}
      onClick={() => void chooseLanguage(language === 'zh' ? 'en' : 'zh')}
    />
  )
}

export function ThemeSwitch() {
  const { t } = useTexts()
  const { choice, choose } = useThemeControl()
  return (
    <ToolButton
      icon={choice}
      label={t(`theme.${choice}`)}
      onClick={() => choose(nextChoice(choice))}
    />
  )
}

interface ToolProperties {
  readonly icon: IconName
  readonly label: string
  readonly onClick: () => void
}

export function ToolButton({ icon, label, onClick }: ToolProperties) {
  return (
    <Tooltip title={label}>
      <Button type="text" icon={<Icon name={icon} />} aria-label={label} onClick={onClick} />
    </Tooltip>
  )
}
