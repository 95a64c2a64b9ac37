/** The chosen theme and the mode that follows from it; kept in the browser, told to the page. */

import { useEffect, useState, useSyncExternalStore } from 'react'
import { modeOf, parseThemeChoice, type ThemeChoice } from '../theme/theme-mode.ts'

const KEPT_AS = 'fangxing.theme'
const LESS_MOTION = '(prefers-reduced-motion: reduce)'
const SYSTEM_IS_DARK = '(prefers-color-scheme: dark)'

/** What the system prefers, as it changes. */
function usePreference(wish: string): boolean {
  return useSyncExternalStore(
    (tell) => {
      const query = window.matchMedia(wish)
      query.addEventListener('change', tell)
      return () => query.removeEventListener('change', tell)
    },
    () => window.matchMedia(wish).matches,
  )
}

export function useTheme() {
  const [choice, setChoice] = useState(() => parseThemeChoice(localStorage.getItem(KEPT_AS)))
  const mode = modeOf(choice, usePreference(SYSTEM_IS_DARK))
  const hasMotion = !usePreference(LESS_MOTION)

  useEffect(() => {
    document.documentElement.dataset.theme = mode
  }, [mode])

  const choose = (next: ThemeChoice) => {
    localStorage.setItem(KEPT_AS, next)
    setChoice(next)
  }
  return { choice, mode, hasMotion, choose }
}
