/**
 * Readers of single characters that may stand for another: split characters, look-alikes, digits
 * in the place of letters. Each looks only for what the terms of a lexicon can contain.
 */

import { toBit } from '../conversion.ts'
import { isDigit, isLatin } from '../fold/fold-table.ts'
import type { ListedTerm } from '../listed-term.ts'
import type { EditReader } from './edits.ts'
import { LOOK_ALIKE } from './look-alike-table.ts'
import { joinHalves, wholes } from './split-table.ts'

const SPLIT = toBit('split')
const SHAPE = toBit('shape')
const LEET = toBit('leet')
const INITIALS = toBit('initials')

const MOST_DIGITS = 6
/** What digits are written for, by digit. */
const LETTERS = 'oizeasgtbg'

export interface Readers {
  readonly readers: readonly EditReader[]
  /** 1 for each unit that one of the readers wants to see. */
  readonly traits: Uint8Array
}

export function readersFor(listed: readonly ListedTerm[]): Readers {
  const traits = new Uint8Array(65536)
  const readers: EditReader[] = []
  const wanted = unitsOf(listed, SPLIT)
  if (wanted.size > 0) {
    for (const [whole, left] of wholes()) if (wanted.has(whole)) traits[left] = 1
    readers.push((row, at) => readSplit(wanted, row.units, row.length, at))
  }
  const shapes = new Set([...unitsOf(listed, SHAPE)].map((unit) => LOOK_ALIKE[unit] as number))
  if (shapes.size > 0) {
    LOOK_ALIKE.forEach((plain, unit) => {
      if (plain !== unit && shapes.has(plain)) traits[unit] = 1
    })
    readers.push(({ units }, at) => readLookAlike(shapes, units[at] as number, at))
  }
  if (listed.some(({ allowed }) => (allowed & LEET) !== 0)) {
    traits.fill(1, 48, 58)
    readers.push(({ units, length }, at) => readLeet(units, length, at))
  }
  if (listed.some(({ allowed }) => (allowed & INITIALS) !== 0)) traits.fill(1, 97, 123)
  return { readers, traits }
}

function unitsOf(listed: readonly ListedTerm[], conversion: number): ReadonlySet<number> {
  const units = new Set<number>()
  for (const term of listed) {
    if ((term.allowed & conversion) !== 0) for (const unit of term.units) units.add(unit)
  }
  return units
}

function readSplit(wanted: ReadonlySet<number>, units: Uint16Array, length: number, at: number) {
  if (at + 1 >= length) return undefined
  const whole = joinHalves(units[at] as number, units[at + 1] as number)
  return whole === 0 || !wanted.has(whole)
    ? undefined
    : { at, count: 2, unit: whole, change: SPLIT }
}

function readLookAlike(shapes: ReadonlySet<number>, unit: number, at: number) {
  const plain = LOOK_ALIKE[unit] as number
  return plain === unit || !shapes.has(plain)
    ? undefined
    : { at, count: 1, unit: plain, change: SHAPE }
}

/** Only among letters; `1` is read as i. */
function readLeet(units: Uint16Array, length: number, at: number) {
  const unit = units[at] as number
  if (!isDigit(unit)) return undefined
  return leadsToLetter(units, length, at, -1) || leadsToLetter(units, length, at, 1)
    ? { at, count: 1, unit: LETTERS.charCodeAt(unit - 48), change: LEET }
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
