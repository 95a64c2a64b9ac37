/**
 * The places of a row that are worth a closer look, out of those that the search marked: in order,
 * none twice. O(marks): a place is at most a few units away from the mark that brings it.
 *
 * What cannot be another reading is left out here, so that ordinary text has almost no place.
 */

import { isDigit, isLatin, isSeparator } from '../fold/fold-table.ts'
import type { SearchedRow } from '../searched-row.ts'
import {
  MAY_BE_HALF,
  MAY_BE_LETTER,
  MAY_BE_LOOK_ALIKE,
  MOST_DIGITS,
  type Readers,
} from './edit-readers.ts'

export class Marks {
  places = new Int32Array(256)
  count = 0
  /** Stretches of Latin letters, in order: first and one after the last, by turns. */
  runs = new Int32Array(64)
  runCount = 0
  private readonly readers: Readers

  constructor(readers: Readers) {
    this.readers = readers
  }

  read({ row, marks, markCount }: SearchedRow): this {
    const { units, length } = row
    const { kinds, wholes, leastLeet } = this.readers
    this.count = 0
    this.runCount = 0
    for (let nth = 0; nth < markCount; nth += 1) {
      const at = marks[nth] as number
      const unit = units[at] as number
      if (isSeparator(unit)) {
        this.putSeparators(units, at)
        continue
      }
      const kind = kinds[unit] as number
      if (isLatin(unit)) {
        this.putLetter(at)
        if (leastLeet !== undefined) this.putDigitsBeside(units, length, at, leastLeet)
      }
      const isRun = at > 0 && unit === units[at - 1] && isSecondOfRun(units, at)
      const isHalf =
        (kind & MAY_BE_HALF) !== 0 &&
        at + 1 < length &&
        wholes.join(unit, units[at + 1] as number) !== 0
      if (isRun || isHalf || (kind & MAY_BE_LOOK_ALIKE) !== 0) this.put(at)
    }
    return this
  }

  /** Two separators with one unit between them. */
  private putSeparators(units: Uint16Array, at: number): void {
    if (at < 2 || !isSeparator(units[at - 2] as number)) return
    this.put(at - 2)
    this.put(at)
  }

  private putLetter(at: number): void {
    const end = this.runCount * 2
    if (end > 0 && this.runs[end - 1] === at) {
      this.runs[end - 1] = at + 1
      return
    }
    if (end === this.runs.length) this.runs = doubled(this.runs)
    this.runs[end] = at
    this.runs[end + 1] = at + 1
    this.runCount += 1
  }

  private putDigitsBeside(units: Uint16Array, length: number, at: number, least: number): void {
    const isBeside =
      (at > 0 && this.isLeet(units, at - 1)) || (at + 1 < length && this.isLeet(units, at + 1))
    if (!isBeside || !isLongStretch(units, length, at, least)) return
    const first = Math.max(0, at - MOST_DIGITS - 1)
    const last = Math.min(length - 1, at + MOST_DIGITS + 1)
    for (let place = at - 1; place >= first && this.isLeet(units, place); place -= 1) {
      this.put(place)
    }
    for (let place = at + 1; place <= last && this.isLeet(units, place); place += 1) this.put(place)
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

/** Whether so many letters and digits stand in a row, or may when separators are left out. */
function isLongStretch(units: Uint16Array, length: number, at: number, least: number): boolean {
  let from = at
  let to = at + 1
  while (to - from < least && from > 0 && isLetterOrDigit(units[from - 1] as number)) from -= 1
  while (to - from < least && to < length && isLetterOrDigit(units[to] as number)) to += 1
  if (to - from >= least) return true
  const isOpenBefore = from > 0 && isSeparator(units[from - 1] as number)
  return isOpenBefore || (to < length && isSeparator(units[to] as number))
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
