/**
 * Rows of digits however they are written and parted: `138 0013-8000`, `一三八零零…`, `１３８`.
 *
 * Between two digits at most `mostSigns` signs may stand. Han digits count, and so do the words that are
 * said for digits on the phone; a lone `x` ends an identity number.
 */

import { DIGIT_VALUE } from '../disguise/sound.ts'
import type { PlainCharacters } from './plain-characters.ts'

export interface DigitRun {
  readonly digits: string
  /** The first and last unit of the plain text that are part of it. */
  readonly first: number
  readonly last: number
}

const SPOKEN: Readonly<Record<string, string>> = { 幺: '1', 洞: '0', 拐: '7', 勾: '9' }
/** Said for digits too, but ordinary words at the beginning of a number. */
const SPOKEN_INSIDE: Readonly<Record<string, string>> = { 两: '2', o: '0' }
const SIGN = /[\s\-._·*~,，、/|()（）]/
/** Shorter rows are no number that leads anywhere. */
const LEAST_DIGITS = 11

export function digitRuns({ text }: PlainCharacters, mostSigns: number): readonly DigitRun[] {
  const runs: DigitRun[] = []
  let digits = ''
  let first = 0
  let last = 0
  const close = () => {
    if (digits.length >= LEAST_DIGITS) runs.push({ digits, first, last })
    digits = ''
  }
  for (let at = 0; at < text.length; at += 1) {
    const digit = digitAt(text, at, digits.length)
    if (digit === undefined) {
      if (digits !== '' && (at - last > mostSigns || !SIGN.test(text.charAt(at)))) close()
      continue
    }
    if (digits === '') first = at
    digits += digit
    last = at
  }
  close()
  return runs
}

function digitAt(text: string, at: number, before: number): string | undefined {
  const value = DIGIT_VALUE[text.charCodeAt(at)] as number
  if (value !== 0) return String(value - 1)
  const character = text.charAt(at)
  if (character === 'x') return before === 17 ? 'x' : undefined
  return SPOKEN[character] ?? (before > 0 ? SPOKEN_INSIDE[character] : undefined)
}
