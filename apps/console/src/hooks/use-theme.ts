/** The chosen theme and the mode that follows from it; kept in the browser, told to the page. */

import { useEffect, useState, useSyncExternalStore } from 'react'
import { modeOf, parseThemeChoice, type ThemeChoice } from '../theme/theme-mode.ts'

const KEPT_AS = 'fangxing.theme'
const SYSTEM_IS_DARK = '(prefers-color-scheme: dark)'

function watchSystem(tell: () => void): () => void {
  const query = window.matchMedia(SYSTEM_IS_DARK)
  query.addEventListener('change', tell)
  return () => query.removeEventListener('change', tell)
}

export function useTheme() {
  const [choice, setChoice] = useState(() => parseThemeChoice(localStorage.getItem(KEPT_AS)))
  const systemIsDark = useSyncExternalStore(
    watchSystem,
    () => window.matchMedia(SYSTEM_IS_DARK).matches,
  )
  const mode = modeOf(choice, systemIsDark)

  useEffect(() => {
    document.documentElement.dataset.theme = mode
  }, [mode])

  const choose = (next: ThemeChoice) => {
    localStorage.setItem(KEPT_AS, next)
    setChoice(next)
  }
  return { choice, mode, choose }
}
