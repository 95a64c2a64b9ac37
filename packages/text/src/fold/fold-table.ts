/**
 * What each character is read as, laid out for one look-up per UTF-16 unit.
 *
 * `READING[unit]` is the unit it is read as, or 0 when it needs a closer look: then `CLASS[unit]`
 * says which. `KIND[unit]` is the bit of the conversion that the reading is.
 * Filled once when the module loads, in about a millisecond.
 */

import { type ConversionName, toBit } from '../conversion.ts'
import { LONGER, NOISE, PAIRS, WORD_GAPS } from './fold.generated.ts'

/** Dropped. */
export const DROPPED = 0
/** Dropped, but parts two Latin words. */
export const WORD_GAP = 1
/** Read as more than one unit. */
export const EXPANDS = 2
/** Half of a character beyond U+FFFF. */
export const SURROGATE = 3
/** Ends a sentence or clause; read as itself or as its plain form. */
export const SENTENCE = 4

export const READING = new Uint16Array(65536)
export const CLASS = new Uint8Array(65536)
export const KIND = new Uint16Array(65536)
/** The plain form of a unit that ends a sentence or clause. */
export const PLAIN = new Uint16Array(65536)
/** By code point: the longer reading and the bit of its conversion. */
export const LONGER_READING = new Map<number, { readonly text: string; readonly kind: number }>()

/** Where a sentence or clause ends; no word runs across one of these. Already in plain form. */
export const SENTENCE_UNITS = ',:;?!、。…\n'

fill()

/** True for the plain forms that end a clause, and for the space that parts Latin words. */
export function isSeparator(unit: number): boolean {
  return unit === 32 || CLASS[unit] === SENTENCE
}

export function isLatin(unit: number): boolean {
  return unit >= 97 && unit <= 122
}

export function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57
}

function fill(): void {
  for (let unit = 1; unit < 65536; unit += 1) READING[unit] = unit
  for (const [first, after] of rangesOf(NOISE)) READING.fill(0, first, after)
  for (const [first, after] of rangesOf(WORD_GAPS)) {
    READING.fill(0, first, after)
    CLASS.fill(WORD_GAP, first, after)
  }
  READING.fill(0, 0xd800, 0xe000)
  CLASS.fill(SURROGATE, 0xd800, 0xe000)
  for (const [name, pairs] of Object.entries(PAIRS)) fillPairs(toBit(name as ConversionName), pairs)
  for (const [name, entries] of Object.entries(LONGER)) {
    fillLonger(toBit(name as ConversionName), entries)
  }
  for (let unit = 0; unit < 65536; unit += 1) {
    if (!SENTENCE_UNITS.includes(String.fromCharCode(READING[unit] ?? 0))) continue
    CLASS[unit] = SENTENCE
    PLAIN[unit] = READING[unit] ?? 0
    READING[unit] = 0
  }
}

function fillPairs(kind: number, pairs: string): void {
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    const unit = pairs.charCodeAt(at)
    READING[unit] = pairs.charCodeAt(at + 1)
    KIND[unit] = kind
  }
}

function fillLonger(kind: number, entries: string): void {
  for (const entry of entries.split(' ')) {
    const point = entry.codePointAt(0)
    if (point === undefined) continue
    LONGER_READING.set(point, { text: entry.slice(point > 0xffff ? 2 : 1), kind })
    if (point > 0xffff) continue
    READING[point] = 0
    CLASS[point] = EXPANDS
    KIND[point] = kind
  }
}

function* rangesOf(packed: string): Generator<[first: number, after: number]> {
  let end = 0
  for (const range of packed.split(' ')) {
    const [step = '', length = '1'] = range.split('-')
    const first = end + Number.parseInt(step, 36)
    end = first + Number.parseInt(length, 36)
    yield [first, end]
  }
}
