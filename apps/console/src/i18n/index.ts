/** Sets up the two languages. Chinese is the first; the choice is kept in the browser. */

import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { setAnswerLanguage } from '../api/request.ts'
import { en } from './en/index.ts'
import { zh } from './zh/index.ts'

const KEPT_AS = 'fangxing.language'

export function startLanguages(): void {
  i18next.use(initReactI18next).init({
    resources: { zh: { translation: zh }, en: { translation: en } },
    lng: localStorage.getItem(KEPT_AS) === 'en' ? 'en' : 'zh',
    fallbackLng: 'zh',
    interpolation: { escapeValue: false },
  })
  apply(i18next.language)
}

export async function chooseLanguage(language: 'zh' | 'en'): Promise<void> {
  localStorage.setItem(KEPT_AS, language)
  await i18next.changeLanguage(language)
  apply(language)
}

function apply(language: string): void {
  setAnswerLanguage(language)
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN'
}
