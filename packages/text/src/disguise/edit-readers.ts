/**
 * Readers of single characters that may stand for another: split characters, look-alikes, digits
 * in the place of letters. Each looks only for what the terms of a lexicon can contain.
 */

import { toBit } from '../conversion.ts'
import { isDigit, isLatin } from '../fold/fold-table.ts'
import type { ListedTerm } from '../listed-term.ts'
import type { Row } from '../row.ts'
import type { Edit } from './edits.ts'
import { LOOK_ALIKE } from './look-alike-table.ts'
import { HALVES, type Halves } from './split-table.ts'
import { StandIns } from './stand-ins.ts'

const SPLIT = toBit('split')
const SHAPE = toBit('shape')
const LEET = toBit('leet')

/** Digits further from the next letter than this stand for no letter. */
export const MOST_DIGITS = 6
/** What digits are written for, by digit. */
const LETTERS = 'oizeasgtbg'

export interface Readers {
  /** For each unit, the conversions by which it may stand for another, as below. */
  readonly kinds: Uint8Array
  /** Look-alikes and halves of what some term has. */
  readonly standIns: StandIns
  /** Digits stand for letters in words of so many letters at least; 0: also in others; absent: in none. */
  readonly leastLeet: number | undefined
}

export const MAY_BE_HALF = 1
export const MAY_BE_LOOK_ALIKE = 2
export const MAY_BE_LETTER = 4

export function readersFor(listed: readonly ListedTerm[]): Readers {
  const kinds = new Uint8Array(65536)
  const halves = wantedHalves(listed)
  for (const { left } of halves) kinds[left] = MAY_BE_HALF
  const standIns = halves.map(({ left, right, whole }) => {
    return { first: left, second: right, meant: whole }
  })
  const shapes = new Set([...unitsOf(listed, SHAPE)].map((unit) => LOOK_ALIKE[unit] as number))
  LOOK_ALIKE.forEach((plain, unit) => {
    if (plain === unit || !shapes.has(plain)) return
    kinds[unit] = (kinds[unit] ?? 0) | MAY_BE_LOOK_ALIKE
    standIns.push({ first: unit, second: 0, meant: plain })
  })
  const leet = listed.filter(({ allowed }) => (allowed & LEET) !== 0)
  if (leet.length > 0) kinds.fill(MAY_BE_LETTER, 48, 58)
  const leastLeet =
    leet.length === 0
      ? undefined
      : leet.reduce((least, term) => Math.min(least, sizeOfLeet(term)), MOST_DIGITS)
  return { kinds, standIns: new StandIns(standIns), leastLeet }
}

/** Those of characters that some term has and allows to be split. */
export function wantedHalves(listed: readonly ListedTerm[]): readonly Halves[] {
  const wanted = unitsOf(listed, SPLIT)
  return HALVES.filter(({ whole }) => wanted.has(whole))
}

/** Other characters beside its letters may stand in a word: then of any length. */
function sizeOfLeet({ units }: ListedTerm): number {
  return units.every(isLatin) ? units.length : 0
}

/** What a unit is read as where digits stand for letters. */
export function toLetter(unit: number): number {
  return isDigit(unit) ? LETTERS.charCodeAt(unit - 48) : unit
}

/** What the unit at a mark may be read as instead, or undefined; the row is only read. */
export function readAt(readers: Readers, kind: number, row: Row, at: number): Edit | undefined {
  if ((kind & MAY_BE_LETTER) !== 0) return readLeet(row.units, row.length, at)
  const split =
    (kind & MAY_BE_HALF) !== 0 ? readSplit(readers.standIns, row.units, row.length, at) : undefined
  if (split !== undefined || (kind & MAY_BE_LOOK_ALIKE) === 0) return split
  return { at, count: 1, unit: readers.standIns.get(row.units[at] as number, 0), change: SHAPE }
}

function unitsOf(listed: readonly ListedTerm[], conversion: number): ReadonlySet<number> {
  const units = new Set<number>()
  for (const term of listed) {
    if ((term.allowed & conversion) !== 0) for (const unit of term.units) units.add(unit)
  }
  return units
}

function readSplit(standIns: StandIns, units: Uint16Array, length: number, at: number) {
  if (at + 1 >= length) return undefined
  const unit = standIns.get(units[at] as number, units[at + 1] as number)
  return unit === 0 ? undefined : { at, count: 2, unit, change: SPLIT }
}

/** Only among letters; `1` is read as i. */
function readLeet(units: Uint16Array, length: number, at: number) {
  const unit = units[at] as number
  if (!isDigit(unit)) return undefined
  return leadsToLetter(units, length, at, -1) || leadsToLetter(units, length, at, 1)
    ? { at, count: 1, unit: toLetter(unit), change: LEET }
    : undefined
}

/** Whether a few digits at most stand between here and the next letter. */
function leadsToLetter(units: Uint16Array, length: number, at: number, step: number): boolean {
  for (let next = at + step; next >= 0 && next < length; next += step) {
    const unit = units[next] as number
    if (isLatin(unit)) return true
    if (!isDigit(unit) || Math.abs(next - at) > MOST_DIGITS) return false
  }
  return false
}
