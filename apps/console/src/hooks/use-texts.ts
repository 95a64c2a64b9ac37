/** The texts of the chosen language, and the words of a `Wording` in it. */

import type { Wording } from '@fangxing/contract'
import { useTranslation } from 'react-i18next'

export type Language = keyof Wording

export function useTexts() {
  const { t, i18n } = useTranslation()
  const language: Language = i18n.language === 'en' ? 'en' : 'zh'
  return { t, language, say: (wording: Wording) => wording[language] }
}
