/**
 * Reads a text into plain units, each with its place in the original: one pass, O(length).
 *
 * Width, case, script variants, digit styles and look-alikes become one form; symbols, spaces and
 * invisible characters between units are dropped. Two things are kept because a word must not run
 * across them: sentence punctuation, and one space where something parts two Latin words.
 * Total: a lone surrogate is dropped like any other noise.
 */

import type { Row } from '../row.ts'
import {
  CLASS,
  EXPANDS,
  isLatin,
  LONGER_READING,
  PLAIN,
  READING,
  SENTENCE,
  SURROGATE,
  WORD_GAP,
} from './fold-table.ts'

const HAN_BEYOND_BMP = 0x20000
const SPACE = 32

/** The units of a text, reused from text to text: valid until the next `read`. */
export class FoldedText implements Row {
  text = ''
  units = new Uint16Array(0)
  /** Where the character of each unit begins in the original. */
  starts = new Uint32Array(0)
  length = 0
  /** Whether single units stand apart by separators, as in `加，微，信` or `c a s i n o`. */
  isSpelled = false
  private lastSeparator = -9

  get lasts(): Uint32Array {
    return this.starts
  }

  read(text: string): this {
    this.text = text
    this.reserve(text.length)
    this.isSpelled = false
    this.lastSeparator = -9
    let units = this.units
    let starts = this.starts
    let count = 0
    for (let at = 0; at < text.length; at += 1) {
      const reading = READING[text.charCodeAt(at)] as number
      units[count] = reading
      starts[count] = at
      if (reading !== 0) {
        count += 1
      } else {
        this.length = count
        at = this.readClosely(at) - 1
        count = this.length
        units = this.units
        starts = this.starts
      }
    }
    this.length = count
    return this
  }

  /** Reads one character that is not one plain unit; returns where the next one begins. */
  private readClosely(at: number): number {
    const unit = this.text.charCodeAt(at)
    switch (CLASS[unit]) {
      case SENTENCE:
        this.separate(PLAIN[unit] ?? 0, at)
        return at + 1
      case WORD_GAP:
        return this.readGap(at)
      case EXPANDS:
        this.append(LONGER_READING.get(unit)?.text ?? '', at)
        return at + 1
      case SURROGATE:
        return this.readPair(at)
      default:
        return at + 1
    }
  }

  private readPair(at: number): number {
    const point = this.text.codePointAt(at) ?? 0
    if (point <= 0xffff) return at + 1
    const longer = LONGER_READING.get(point)
    if (longer !== undefined) this.append(longer.text, at)
    else if (point >= HAN_BEYOND_BMP) this.append(String.fromCodePoint(point), at)
    return at + 2
  }

  /** A gap counts only between two Latin letters; what else is noise up to the next unit goes too. */
  private readGap(at: number): number {
    const before = this.length > 0 ? (this.units[this.length - 1] as number) : 0
    if (!isLatin(before)) return at + 1
    let next = at + 1
    while (next < this.text.length && isDropped(this.text.charCodeAt(next))) next += 1
    if (isLatin(firstReading(this.text, next))) this.separate(SPACE, at)
    return next
  }

  private separate(unit: number, at: number): void {
    this.reserve(this.length + this.text.length - at + 2)
    if (this.length - this.lastSeparator === 2) this.isSpelled = true
    this.lastSeparator = this.length
    this.units[this.length] = unit
    this.starts[this.length] = at
    this.length += 1
  }

  private append(reading: string, at: number): void {
    this.reserve(this.length + reading.length + this.text.length - at)
    for (let part = 0; part < reading.length; part += 1) {
      this.units[this.length] = reading.charCodeAt(part)
      this.starts[this.length] = at
      this.length += 1
    }
  }

  private reserve(size: number): void {
    if (this.units.length > size) return
    const units = new Uint16Array(size * 2 + 64)
    const starts = new Uint32Array(size * 2 + 64)
    units.set(this.units.subarray(0, this.length))
    starts.set(this.starts.subarray(0, this.length))
    this.units = units
    this.starts = starts
  }
}

function isDropped(unit: number): boolean {
  return READING[unit] === 0 && (CLASS[unit] as number) <= WORD_GAP
}

/** The first unit that the character at `at` is read as, or 0. */
function firstReading(text: string, at: number): number {
  if (at >= text.length) return 0
  const reading = READING[text.charCodeAt(at)] as number
  if (reading !== 0) return reading
  return LONGER_READING.get(text.codePointAt(at) ?? 0)?.text.charCodeAt(0) ?? 0
}

/** Where the character that begins at `start` ends, combining marks and joiners included. */
export function endOfCharacter(text: string, start: number): number {
  let end = start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1)
  while (end < text.length && ATTACHED.test(text.charAt(end))) end += 1
  return end
}

/** Combining marks and variation selectors: they belong to the character before. */
const ATTACHED = /\p{M}/u
