/**
 * Says which conversions turned what stands in a text into the listed word.
 *
 * Compares character by character with the word as it was listed, so that a traditional word listed
 * and written in traditional characters needs none.
 */

import { toBit } from './conversion.ts'
import { endOfCharacter } from './fold/fold.ts'
import { CLASS, isLatin, KIND, LONGER_READING, SENTENCE, WORD_GAP } from './fold/fold-table.ts'
import type { Row } from './row.ts'

const GAP = toBit('gap')
const INVISIBLE = toBit('invisible')
const SPELLED = toBit('spelled')
const REPEAT = toBit('repeat')

const UNSEEN = /[\p{Cf}\p{Cc}\p{M}]/u

/** The conversions between `word` and the units of `row` from `at` on, one bit each. */
export function explainUnits(row: Row, at: number, word: Row): number {
  let bits = 0
  for (let nth = 0; nth < word.length; nth += 1) {
    const start = row.starts[at + nth] as number
    const listed = word.starts[nth] as number
    bits |= explainCharacter(row.text, start, word.text, listed)
    if (row.lasts[at + nth] !== start) bits |= REPEAT
    if (nth === 0) continue
    const before = row.lasts[at + nth - 1] as number
    if (before !== start && start - before !== listed - (word.starts[nth - 1] as number)) {
      const inLatin = isLatin(row.units[at + nth - 1] ?? 0) && isLatin(row.units[at + nth] ?? 0)
      bits |= explainGap(row.text, before, start, inLatin)
    }
  }
  return bits
}

function explainCharacter(text: string, at: number, listedText: string, listedAt: number): number {
  const written = text.codePointAt(at) ?? 0
  const listed = listedText.codePointAt(listedAt) ?? 0
  return written === listed ? 0 : kindOf(written) | kindOf(listed)
}

function kindOf(point: number): number {
  return point > 0xffff ? (LONGER_READING.get(point)?.kind ?? 0) : (KIND[point] as number)
}

/** What lies between two characters, of which the first begins at `before`. */
function explainGap(text: string, before: number, after: number, inLatin: boolean): number {
  const width = (text.codePointAt(before) ?? 0) > 0xffff ? 2 : 1
  let bits = 0
  for (let at = before + width; at < after; at += 1) {
    const unit = text.charCodeAt(at)
    if (CLASS[unit] === SENTENCE || (inLatin && CLASS[unit] === WORD_GAP)) bits |= SPELLED
    else bits |= UNSEEN.test(text.charAt(at)) ? INVISIBLE : GAP
  }
  return bits
}

/** Where the original slice of `count` units from `at` on ends. */
export function endOfUnits(row: Row, at: number, count: number): number {
  return endOfCharacter(row.text, row.lasts[at + count - 1] as number)
}
