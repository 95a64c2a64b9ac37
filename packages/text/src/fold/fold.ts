/**
 * Reads a text into plain units, each with its place in the original: one pass, O(length).
 *
 * Width, case, script variants, digit styles and look-alikes become one form; symbols, spaces and
 * invisible characters are dropped; sentence punctuation stays, because no word runs across it.
 * Total: a lone surrogate is dropped like any other noise.
 */

import { UnitBuffer } from '../match/units.ts'
import type { Row } from '../row.ts'
import { CLOSE, HAN_BEYOND_BMP, IS_WORD_GAP, LONGER_READING, READING } from './fold-table.ts'

/** The units of a text, reused from text to text: valid until the next `read`. */
export class FoldedText implements Row {
  text = ''
  units = new Uint16Array(0)
  /** Where the character of each unit begins in the original. */
  starts = new Uint32Array(0)
  length = 0
  private readonly source = new UnitBuffer()

  get lasts(): Uint32Array {
    return this.starts
  }

  read(text: string): this {
    this.begin(text)
    this.reserve(text.length)
    const source = this.source.fill(text)
    let at = this.readPlain(source, 0)
    while (at < text.length) at = this.readPlain(source, this.readClosely(at))
    return this
  }

  /** For a reader that reads plain units by other means, into `units` and `starts` of its own. */
  begin(text: string): void {
    this.text = text
    this.length = 0
  }

  /**
   * Reads up to the first character that needs a closer look; returns where that is.
   *
   * Without branches: what is dropped is written too, and overwritten by the next.
   */
  private readPlain(source: Uint16Array, from: number): number {
    const { units, starts } = this
    const readings = READING
    const end = this.text.length
    let count = this.length
    let at = from
    for (; at < end; at += 1) {
      const reading = readings[source[at] as number] as number
      if (reading === CLOSE) break
      units[count] = reading
      starts[count] = at
      count += -reading >>> 31
    }
    this.length = count
    return at
  }

  /** Reads one character that is not one plain unit; returns where the next one begins. */
  readClosely(at: number): number {
    const point = this.text.codePointAt(at) ?? 0
    const longer = LONGER_READING.get(point)
    if (longer !== undefined) this.append(longer.text, at)
    else if (point >= HAN_BEYOND_BMP) this.append(String.fromCodePoint(point), at)
    return at + (point > 0xffff ? 2 : 1)
  }

  private append(reading: string, at: number): void {
    this.reserve(this.length + reading.length + this.text.length - at)
    for (let part = 0; part < reading.length; part += 1) {
      this.units[this.length] = reading.charCodeAt(part)
      this.starts[this.length] = at
      this.length += 1
    }
  }

  /** Room for `size` units and the one that is written before it is known to be dropped. */
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

/** Where the character that begins at `start` ends, combining marks and joiners included. */
export function endOfCharacter(text: string, start: number): number {
  let end = start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1)
  if (end >= text.length || READING[text.charCodeAt(end)] !== 0) return end
  while (end < text.length && ATTACHED.test(text.charAt(end))) end += 1
  return end
}

/** True when something between two places parts Latin words, as a space or a full stop does. */
export function hasWordGap(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    if (IS_WORD_GAP[text.charCodeAt(at)] === 1) return true
  }
  return false
}

/** Combining marks and variation selectors: they belong to the character before. */
const ATTACHED = /\p{M}/u
