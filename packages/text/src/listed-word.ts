/** What a term's text is searched as, and where such a word may stand. */

import type { Wording } from '@fangxing/contract'
import { FoldedText, hasWordGap } from './fold/fold.ts'
import { isDigit, isLatin } from './fold/fold-table.ts'
import type { Row } from './row.ts'

/** Longer texts are no words: they would be compared in full at every look-alike beginning. */
const MAX_UNITS = 200

export type TermReading =
  | { readonly kind: 'word'; readonly units: Uint16Array }
  | { readonly kind: 'refused'; readonly because: Wording }

const EMPTY: Wording = {
  zh: '只含会被忽略的符号，无法匹配。',
  en: 'It has only signs that are ignored, so nothing could match it.',
}
const TOO_BARE: Wording = {
  zh: '去掉会被忽略的符号后只剩一个字符，会误中太多。',
  en: 'Without the signs that are ignored one character is left, which would match far too much.',
}
const TOO_LONG: Wording = {
  zh: `超过 ${MAX_UNITS} 个字符，不是词。`,
  en: `It is longer than ${MAX_UNITS} characters, which is no word.`,
}

const scratch = new FoldedText()

export function readTerm(text: string): TermReading {
  const trimmed = text.trim()
  if (trimmed.length > MAX_UNITS) return { kind: 'refused', because: TOO_LONG }
  const row = scratch.read(trimmed)
  if (row.length === 0) return { kind: 'refused', because: EMPTY }
  if (row.length > MAX_UNITS) return { kind: 'refused', because: TOO_LONG }
  if (row.length === 1 && [...trimmed].length > 1) return { kind: 'refused', because: TOO_BARE }
  return { kind: 'word', units: row.units.slice(0, row.length) }
}

/** True when the stretch begins or ends in the middle of a Latin word or of a number. */
export function isInsideWord(row: Row, at: number, length: number): boolean {
  return isJoined(row, at - 1, at) || isJoined(row, at + length - 1, at + length)
}

function isJoined(row: Row, left: number, right: number): boolean {
  if (left < 0 || right >= row.length) return false
  const before = row.units[left] as number
  const after = row.units[right] as number
  const alike = (isLatin(before) && isLatin(after)) || (isDigit(before) && isDigit(after))
  return alike && !hasWordGap(row.text, row.lasts[left] as number, row.starts[right] as number)
}
