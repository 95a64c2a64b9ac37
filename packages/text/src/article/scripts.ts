/**
 * In which scripts a text is written, and so whether it is plainly Chinese, Japanese, Korean, or in
 * Latin letters.
 *
 * Counts letters by code point; digits, signs and emoji belong to no script. Shares are of the
 * letters. Which language Latin letters are in is not said: a title is too short to tell. O(length).
 */

const SCRIPTS = {
  han: /\p{Script=Han}/u,
  latin: /\p{Script=Latin}/u,
  kana: /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
  hangul: /\p{Script=Hangul}/u,
  cyrillic: /\p{Script=Cyrillic}/u,
  arabic: /\p{Script=Arabic}/u,
  thai: /\p{Script=Thai}/u,
} as const

export type Script = keyof typeof SCRIPTS | 'other'

/** The writing as a whole; `mixed`: nothing has the larger part. */
export type Writing = 'chinese' | 'japanese' | 'korean' | 'latin' | 'other' | 'mixed' | 'none'

export interface ScriptFacts {
  readonly letters: number
  readonly digits: number
  /** From 0 to 1, of the letters; scripts that do not occur are left out. */
  readonly shares: Readonly<Partial<Record<Script, number>>>
  readonly writing: Writing
}

const NAMES = Object.keys(SCRIPTS) as readonly (keyof typeof SCRIPTS)[]
const LETTER = /\p{L}/u
const DIGIT = /\p{Nd}/u
/** Japanese has Han characters too, Chinese has no kana: a tenth of it is more than a shop's name. */
const JAPANESE_KANA = 0.1
const MOST = 0.5

export function countScripts(text: string): ScriptFacts {
  const counts = new Map<Script, number>()
  let letters = 0
  let digits = 0
  for (const character of text) {
    if (DIGIT.test(character)) digits += 1
    if (!LETTER.test(character)) continue
    letters += 1
    const script = NAMES.find((name) => SCRIPTS[name].test(character)) ?? 'other'
    counts.set(script, (counts.get(script) ?? 0) + 1)
  }
  const shares = Object.fromEntries([...counts].map(([script, count]) => [script, count / letters]))
  return { letters, digits, shares, writing: letters === 0 ? 'none' : toWriting(shares) }
}

function toWriting(shares: ScriptFacts['shares']): Writing {
  const { han = 0, kana = 0, hangul = 0, latin = 0 } = shares
  if (kana > JAPANESE_KANA && kana + han > MOST) return 'japanese'
  if (han > MOST) return 'chinese'
  if (hangul > MOST) return 'korean'
  if (latin > MOST) return 'latin'
  return han + kana + hangul + latin < MOST ? 'other' : 'mixed'
}
