/**
 * Says which conversions turned what stands in a text into the listed word.
 *
 * Compares character by character with the word as it was listed, so that a traditional word listed
 * and written in traditional characters needs none.
 */

import { toBit } from './conversion.ts'
import { endOfCharacter, hasWordGap } from './fold/fold.ts'
import {
  AFTER_SEPARATORS,
  CLOSE,
  isLatin,
  KIND,
  LONGER_READING,
  READING,
} from './fold/fold-table.ts'
import type { Row } from './row.ts'

const GAP = toBit('gap')
const INVISIBLE = toBit('invisible')
const SPELLED = toBit('spelled')

/** Answered instead of bits when the units are not the word after all. */
export const NOT_THE_WORD = -1

const UNSEEN = /[\p{Cf}\p{Cc}\p{M}]/u

/**
 * The conversions between `word` and the units of `row` from `at` on, one bit each.
 *
 * `NOT_THE_WORD` when the word would run over the gap between two Latin words: a Latin word may be
 * parted by spaces only when every two of its letters are.
 */
export function explainUnits(row: Row, at: number, word: Row): number {
  let bits = 0
  let latinPairs = 0
  let parted = 0
  for (let nth = 0; nth < word.length; nth += 1) {
    const start = row.starts[at + nth] as number
    bits |= explainUnit(row, at + nth, word, nth)
    if (nth === 0) continue
    const before = row.lasts[at + nth - 1] as number
    const listedGap = (word.starts[nth] as number) - (word.starts[nth - 1] as number)
    if (before === start || start - before === listedGap) continue
    const gap = explainGap(row.text, before, start)
    if (isLatin(row.units[at + nth - 1] as number) && isLatin(row.units[at + nth] as number)) {
      parted += hasWordGap(row.text, before, start) ? 1 : 0
    }
    bits |= gap
  }
  if (parted === 0) return bits
  for (let nth = 1; nth < word.length; nth += 1) {
    const isPair = isLatin(word.units[nth - 1] as number) && isLatin(word.units[nth] as number)
    const listedGap = (word.starts[nth] as number) - (word.starts[nth - 1] as number)
    if (isPair && listedGap <= 1) latinPairs += 1
  }
  if (parted !== latinPairs || parted < LEAST_PARTED) return NOT_THE_WORD
  return (bits & ~GAP) | SPELLED
}

/** `v x` could be anything; `v x i n` is a word spelled out. */
const LEAST_PARTED = 2

function explainUnit(row: Row, at: number, word: Row, nth: number): number {
  const changed = row.changes?.[at] ?? 0
  if (changed !== 0) return changed
  return explainCharacter(row.text, row.starts[at] as number, word.text, word.starts[nth] as number)
}

export function explainCharacter(
  text: string,
  at: number,
  listedText: string,
  listedAt: number,
): number {
  const written = text.codePointAt(at) ?? 0
  const listed = listedText.codePointAt(listedAt) ?? 0
  return written === listed ? 0 : kindOf(written) | kindOf(listed)
}

function kindOf(point: number): number {
  return point > 0xffff ? (LONGER_READING.get(point)?.kind ?? 0) : (KIND[point] as number)
}

/** What lies between two characters, of which the first begins at `before`. */
export function explainGap(text: string, before: number, after: number): number {
  const width = (text.codePointAt(before) ?? 0) > 0xffff ? 2 : 1
  let bits = 0
  for (let at = before + width; at < after; at += 1) {
    const reading = READING[text.charCodeAt(at)] as number
    if (reading > CLOSE && reading < AFTER_SEPARATORS) bits |= SPELLED
    else bits |= UNSEEN.test(text.charAt(at)) ? INVISIBLE : GAP
  }
  return bits
}

/** Where the original slice of `count` units from `at` on ends. */
export function endOfUnits(row: Row, at: number, count: number): number {
  const { starts, length } = row
  const last = row.lasts[at + count - 1] as number
  // The next unit begins right behind: nothing is left that could belong to this one.
  if (at + count < length && starts[at + count] === last + 1) return last + 1
  return endOfCharacter(row.text, row.lasts[at + count - 1] as number)
}
