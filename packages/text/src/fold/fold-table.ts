/**
 * What each character is read as, laid out for one look-up per UTF-16 unit.
 *
 * `READING[unit]` is the unit it is read as: 0 when it is dropped, `CLOSE` when one look-up is not
 * enough. Sentence punctuation is read as a code below `AFTER_SEPARATORS`, so that one comparison
 * tells it. `KIND[unit]` is the bit of the conversion that the reading is.
 * Filled once when the module loads, in about a millisecond.
 */

import { type ConversionName, toBit } from '../conversion.ts'
import { LONGER, NOISE, PAIRS, WORD_GAPS } from './fold.generated.ts'

/** Read as several units, or half of a character that may be read as something. */
export const CLOSE = 1

/** What ends a sentence or clause, in plain form; its code is 2 and its place in this string. */
const SEPARATORS = ',:;?!、。…\n'
const FIRST_SEPARATOR = 2
export const AFTER_SEPARATORS = FIRST_SEPARATOR + SEPARATORS.length
export const LINE_BREAK = FIRST_SEPARATOR + SEPARATORS.indexOf('\n')

export const READING = new Uint16Array(65536)
export const KIND = new Uint16Array(65536)
/** 1 for what is dropped but parts two Latin words. */
export const IS_WORD_GAP = new Uint8Array(65536)
/** By code point: the longer reading and the bit of its conversion. */
export const LONGER_READING = new Map<number, { readonly text: string; readonly kind: number }>()

/** Where the characters begin that have no reading but are words all the same. */
export const HAN_BEYOND_BMP = 0x20000

fill()

/** No word runs across one of these. */
export function isSeparator(unit: number): boolean {
  return unit < AFTER_SEPARATORS
}

export function isLatin(unit: number): boolean {
  return unit >= 97 && unit <= 122
}

export function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57
}

/** The character that a unit stands for, separators in their plain form. */
export function toCharacter(unit: number): string {
  return isSeparator(unit) ? SEPARATORS.charAt(unit - FIRST_SEPARATOR) : String.fromCharCode(unit)
}

function fill(): void {
  for (let unit = 1; unit < 65536; unit += 1) READING[unit] = unit
  for (const [first, after] of rangesOf(NOISE)) READING.fill(0, first, after)
  for (const [first, after] of rangesOf(WORD_GAPS)) {
    READING.fill(0, first, after)
    IS_WORD_GAP.fill(1, first, after)
  }
  READING.fill(0, 0xd800, 0xe000)
  for (let point = HAN_BEYOND_BMP; point < 0x40000; point += 0x400) READING[toHigh(point)] = CLOSE
  for (const [name, pairs] of Object.entries(PAIRS)) fillPairs(toBit(name as ConversionName), pairs)
  for (const [name, entries] of Object.entries(LONGER)) {
    fillLonger(toBit(name as ConversionName), entries)
  }
  for (let unit = 0; unit < 65536; unit += 1) {
    const nth = SEPARATORS.indexOf(String.fromCharCode(READING[unit] as number))
    if (nth >= 0) READING[unit] = FIRST_SEPARATOR + nth
  }
}

function toHigh(point: number): number {
  return 0xd800 + ((point - 0x10000) >> 10)
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
    READING[point > 0xffff ? toHigh(point) : point] = CLOSE
    if (point <= 0xffff) KIND[point] = kind
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
