/** The theme's choice, shared between the root and the button that changes it. */

import { createContext, useContext } from 'react'
import type { ThemeChoice } from '../theme/theme-mode.ts'

export interface ThemeControl {
  readonly choice: ThemeChoice
  readonly choose: (next: ThemeChoice) => void
}

export const ThemeContext = createContext<ThemeControl>({ choice: 'system', choose: () => {} })

export function useThemeControl(): ThemeControl {
  return useContext(ThemeContext)
}
