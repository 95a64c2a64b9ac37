/**
 * The places of a row that are worth a closer look, out of those that the search marked: in order,
 * none twice. O(marks): a place is at most a few units away from the mark that brings it.
 *
 * What cannot be another reading is left out here, so that ordinary text has almost no place.
 */

import { isDigit, isLatin, isSeparator } from '../fold/fold-table.ts'
import type { WordIndex } from '../match/word-index.ts'
import type { Row } from '../row.ts'
import { BESIDE_DIGITS, RUN_SIZE, type SearchedRow } from '../searched-row.ts'
import {
  MAY_BE_HALF,
  MAY_BE_LETTER,
  MAY_BE_LOOK_ALIKE,
  MOST_DIGITS,
  type Readers,
  toLetter,
} from './edit-readers.ts'

/** Longer stretches of letters and digits are not looked through. */
const LONGEST_STRETCH = 40
/** Words are told by their first four units. */
const LEAST_ASKED = 4

export class Marks {
  places = new Int32Array(256)
  count = 0
  private readonly readers: Readers
  private readonly words: WordIndex

  constructor(readers: Readers, words: WordIndex) {
    this.readers = readers
    this.words = words
  }

  read(searched: SearchedRow): this {
    const { row, marks, markCount } = searched
    this.count = 0
    if (this.readers.leastLeet !== undefined && searched.runCount > 0) {
      this.readWithDigits(searched, this.readers.leastLeet)
      return this
    }
    for (let nth = 0; nth < markCount; nth += 1) this.readMark(row, marks[nth] as number)
    return this
  }

  /** The same, and the digits beside letters, of words of so many at least; all of them in order. */
  private readWithDigits({ row, marks, markCount, runs, runCount }: SearchedRow, least: number) {
    const { units, length } = row
    let read = 0
    for (let nth = 0; nth < runCount; nth += 1) {
      if (((runs[nth * RUN_SIZE + 2] as number) & BESIDE_DIGITS) === 0) continue
      const first = runs[nth * RUN_SIZE] as number
      const after = runs[nth * RUN_SIZE + 1] as number
      const isAfter = after < length && this.isLeet(units, after)
      if (!isAfter && (first === 0 || !this.isLeet(units, first - 1))) continue
      if (!this.mayBeWord(units, length, first, least)) continue
      while (read < markCount && (marks[read] as number) < after)
        this.readMark(row, marks[read++] as number)
      this.putDigits(units, length, first, after)
    }
    while (read < markCount) this.readMark(row, marks[read++] as number)
  }

  private readMark({ units, length }: Row, at: number): void {
    const unit = units[at] as number
    if (isSeparator(unit)) {
      this.putSeparators(units, at)
      return
    }
    const kind = this.readers.kinds[unit] as number
    const isRun = at > 0 && unit === units[at - 1] && isSecondOfRun(units, at)
    const isHalf =
      (kind & MAY_BE_HALF) !== 0 &&
      at + 1 < length &&
      this.readers.standIns.get(unit, units[at + 1] as number) !== 0
    if (isRun || isHalf || (kind & MAY_BE_LOOK_ALIKE) !== 0) this.put(at)
  }

  /** Two separators with one unit between them. */
  private putSeparators(units: Uint16Array, at: number): void {
    if (at < 2 || !isSeparator(units[at - 2] as number)) return
    this.put(at - 2)
    this.put(at)
  }

  /** Those that may stand for letters beside these. */
  private putDigits(units: Uint16Array, length: number, from: number, to: number): void {
    const first = Math.max(0, from - MOST_DIGITS - 1)
    const last = Math.min(length - 1, to + MOST_DIGITS)
    for (let place = from - 1; place >= first && this.isLeet(units, place); place -= 1) {
      this.put(place)
    }
    for (let place = to; place <= last && this.isLeet(units, place); place += 1) this.put(place)
  }

  /**
   * Whether a word of so many letters may stand here when digits are read as letters. Where separators
   * may be left out, or runs be shorter, anything may.
   */
  private mayBeWord(units: Uint16Array, length: number, at: number, least: number): boolean {
    if (least < LEAST_ASKED) return true
    const [from, to] = stretchAround(units, length, at)
    if (to - from > LONGEST_STRETCH || hasRun(units, from, to)) return true
    if (isSpelled(units, length, from - 1) || isSpelled(units, length, to)) return true
    for (let place = from; place + least <= to; place += 1) {
      const first = toLetter(units[place] as number)
      const second = toLetter(units[place + 1] as number)
      const third = toLetter(units[place + 2] as number)
      const fourth = toLetter(units[place + 3] as number)
      if (this.words.mayBegin(first, second, third, fourth)) return true
    }
    return false
  }

  private isLeet(units: Uint16Array, place: number): boolean {
    return ((this.readers.kinds[units[place] as number] as number) & MAY_BE_LETTER) !== 0
  }

  /** Mostly at the end; a few steps back when a mark brings places before it. */
  private put(place: number): void {
    if (this.count === this.places.length) this.places = doubled(this.places)
    const { places } = this
    let at = this.count
    while (at > 0 && (places[at - 1] as number) > place) at -= 1
    if (at > 0 && places[at - 1] === place) return
    if (at < this.count) places.copyWithin(at + 1, at, this.count)
    places[at] = place
    this.count += 1
  }
}

/** Where letters and digits stand in a row around a place, no further than a word could. */
function stretchAround(units: Uint16Array, length: number, at: number): [number, number] {
  let from = at
  let to = at + 1
  while (at - from <= LONGEST_STRETCH && from > 0 && isLetterOrDigit(units[from - 1] as number))
    from -= 1
  while (to - at <= LONGEST_STRETCH && to < length && isLetterOrDigit(units[to] as number)) to += 1
  return [from, to]
}

/** A separator with another one at a distance of two. */
function isSpelled(units: Uint16Array, length: number, at: number): boolean {
  const isGap = (place: number) =>
    place >= 0 && place < length && isSeparator(units[place] as number)
  return isGap(at) && (isGap(at - 2) || isGap(at + 2))
}

/** Three in a row may be read as one. */
function hasRun(units: Uint16Array, from: number, to: number): boolean {
  for (let at = from + 2; at < to; at += 1) {
    if (units[at] === units[at - 1] && units[at] === units[at - 2]) return true
  }
  return false
}

function isLetterOrDigit(unit: number): boolean {
  return isLatin(unit) || isDigit(unit)
}

/** Runs of digits are numbers. */
function isSecondOfRun(units: Uint16Array, at: number): boolean {
  const unit = units[at] as number
  return !isDigit(unit) && (at < 2 || units[at - 2] !== unit)
}

function doubled(array: Int32Array): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(array.length * 2)
  wider.set(array)
  return wider
}
