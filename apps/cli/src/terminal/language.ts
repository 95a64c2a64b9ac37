/**
 * In which language the command speaks: `--lang`, else the locale of the shell, else Chinese.
 *
 * Looked up before the arguments are parsed, because the parser's own sentences need it too.
 */

import type { Wording } from '@fangxing/contract'

export type Language = keyof Wording

export type Environment = Readonly<Record<string, string | undefined>>

export function chooseLanguage(args: readonly string[], env: Environment): Language {
  return languageOption(args) ?? languageOfLocale(env) ?? 'zh'
}

function languageOption(args: readonly string[]): Language | null {
  for (const [index, arg] of args.entries()) {
    if (arg === '--') return null
    const value = arg === '--lang' ? args[index + 1] : /^--lang=(.*)$/.exec(arg)?.[1]
    if (value === 'zh' || value === 'en') return value
  }
  return null
}

/** POSIX order: the first of the three that is set wins, whatever it says. */
function languageOfLocale(env: Environment): Language | null {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  return /^en([_.@-]|$)/i.test(locale) ? 'en' : null
}
