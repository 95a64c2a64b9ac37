/**
 * How characters sound: the syllable of each, and the class of syllables that are easily confused.
 *
 * Near sounds are those that dialects merge: z/zh, c/ch, s/sh, n/l, f/h before u, and the endings
 * an/ang, en/eng, in/ing. Codes are small numbers, the same on every machine.
 * Source: own selection of the fuzzy pairs that Chinese input methods offer.
 */

import { isDigit, isLatin } from '../fold/fold-table.ts'
import { SYLLABLES } from './sound.generated.ts'

/** Nothing that could sound like part of a word: a separator, a foreign letter. */
export const SILENT = 0
const FIRST_LETTER = 1
const FIRST_SYLLABLE = 27

/** By unit: the class of near sounds; a Latin letter is a class of its own. */
export const SOUND_CLASS = new Uint16Array(65536)
/** By unit: the exact syllable, 0 for what is not Han. */
export const SYLLABLE = new Uint16Array(65536)
/** By unit: the letter that its syllable begins with, 0 for what is not Han. */
export const INITIAL = new Uint8Array(65536)
/** By unit: what a digit in any script stands for, plus 1; 0 for everything else. */
export const DIGIT_VALUE = new Uint8Array(65536)

/** The class of every syllable, by its spelling in letters. */
export const SPELLINGS = new Map<string, number>()
const HAN_DIGITS = '零一二三四五六七八九'

fill()

function toNear(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^n(?=[aeiouv])/, 'l')
    .replace(/^hu(?=.)/, 'f')
    .replace(/([aei])ng$/, '$1n')
    .replace(/^lue$/, 'lve')
}

function fill(): void {
  const classes = new Map<string, number>()
  let number = 0
  for (const [syllable, characters] of Object.entries(SYLLABLES)) {
    number += 1
    const near = toNear(syllable)
    const code = classes.get(near) ?? FIRST_SYLLABLE + classes.size
    classes.set(near, code)
    SPELLINGS.set(syllable, code)
    for (let at = 0; at < characters.length; at += 1) {
      const unit = characters.charCodeAt(at)
      SOUND_CLASS[unit] = code
      SYLLABLE[unit] = number
      INITIAL[unit] = syllable.charCodeAt(0)
    }
  }
  for (let unit = 0; unit < 128; unit += 1) {
    if (isLatin(unit)) SOUND_CLASS[unit] = FIRST_LETTER + unit - 97
    if (isDigit(unit)) fillDigit(unit, unit - 48)
  }
}

function fillDigit(unit: number, value: number): void {
  const han = HAN_DIGITS.charCodeAt(value)
  SOUND_CLASS[unit] = SOUND_CLASS[han] as number
  DIGIT_VALUE[unit] = value + 1
  DIGIT_VALUE[han] = value + 1
}
