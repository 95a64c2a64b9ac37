/** Light, dark, or as the system says; the choice is kept in the browser. */

export const THEME_CHOICES = ['system', 'light', 'dark'] as const

export type ThemeChoice = (typeof THEME_CHOICES)[number]
export type ThemeMode = 'light' | 'dark'

export function parseThemeChoice(stored: string | null): ThemeChoice {
  return THEME_CHOICES.find((choice) => choice === stored) ?? 'system'
}

export function modeOf(choice: ThemeChoice, systemIsDark: boolean): ThemeMode {
  if (choice !== 'system') return choice
  return systemIsDark ? 'dark' : 'light'
}

/** One button walks through the three. */
export function nextChoice(choice: ThemeChoice): ThemeChoice {
  const at = THEME_CHOICES.indexOf(choice)
  return THEME_CHOICES[(at + 1) % THEME_CHOICES.length] ?? 'system'
}
