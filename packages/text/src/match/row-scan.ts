/**
 * One pass over a row of units, O(length), without branches: where some word may begin, where some
 * word may begin by its sound, and where the row might be read in another way.
 *
 * Everything is asked in one loop, because a loop over the units costs as much as the look-ups in
 * it; what may be is written down and overwritten by the next when it is not. The answers stand in
 * arrays that are reused from row to row: valid until the next scan.
 */

import { AFTER_SEPARATORS } from '../fold/fold-table.ts'
import { hashPair, type WordPool } from './word-pool.ts'

/** In `traits`, beside the sound of a unit: some reader wants to see it. */
export const IS_MARKED = 0x8000
/** The unit may be the left half of a character, the right half of one. */
export const IS_LEFT = 0x4000
export const IS_RIGHT = 0x2000
/** Larger than the number of sounds; the sign of two sounds wraps at 65536. */
const SIGN_FACTOR = 337
const SIGN_MASK = 0xffff
const SOUND_MASK = 0x1fff
/** Brings the mark to where a sign would be. */
const TO_SIGN_BIT = 16

/** Two neighbouring sounds made one sign. Different pairs may share one: compare what is found. */
export function toSign(first: number, second: number): number {
  return (Math.imul(first, SIGN_FACTOR) + second) & SIGN_MASK
}

export class RowScan {
  /** Where the first two units of some word may stand. */
  pairs = new Int32Array(0)
  pairCount = 0
  /** Where a separator has another two units before it, a unit follows its like, or is marked. */
  marks = new Int32Array(0)
  markCount = 0
  /** At each unit: the sign of the one before and it; the first means nothing. */
  signs = new Uint16Array(0)
  /** Where in `signs` the first two signs of some word may stand. */
  heard = new Int32Array(0)
  heardCount = 0

  /** Asks no sounds and no traits. */
  scan(units: Uint16Array, length: number, { pairBits, pairShift }: WordPool): void {
    this.reserve(length)
    const { pairs, marks } = this
    const afterSeparators = AFTER_SEPARATORS
    let pairCount = 0
    let markCount = 0
    let second = SIGN_MASK
    let before = length > 0 ? (units[0] as number) : 0
    for (let at = 1; at < length; at += 1) {
      const unit = units[at] as number
      const bit = hashPair(before, unit) >>> pairShift
      pairs[pairCount] = at - 1
      pairCount += ((pairBits[bit >>> 5] as number) >>> bit) & 1
      marks[markCount] = at
      markCount +=
        (((unit - afterSeparators) & (second - afterSeparators)) | ((unit ^ before) - 1)) >>> 31
      second = before
      before = unit
    }
    this.pairCount = pairCount
    this.markCount = markCount
    this.heardCount = 0
  }

  /** `traits`: by unit, its sound and whether it is marked; `sounds`: words as rows of signs. */
  scanAll(
    units: Uint16Array,
    length: number,
    { pairBits, pairShift }: WordPool,
    { pairBits: soundBits, pairShift: soundShift }: WordPool,
    traits: Uint16Array,
  ): void {
    this.reserve(length)
    const { pairs, marks, signs, heard } = this
    const afterSeparators = AFTER_SEPARATORS
    let before = length > 0 ? (units[0] as number) : 0
    let sound = (traits[before] as number) & SOUND_MASK
    let sign = 0
    let second = SIGN_MASK
    let pairCount = 0
    let heardCount = 0
    let markCount = isMarked(traits[before] as number)
    marks[0] = 0
    for (let at = 1; at < length; at += 1) {
      const unit = units[at] as number
      const trait = traits[unit] as number
      const bit = hashPair(before, unit) >>> pairShift
      pairs[pairCount] = at - 1
      pairCount += ((pairBits[bit >>> 5] as number) >>> bit) & 1
      marks[markCount] = at
      markCount +=
        (((unit - afterSeparators) & (second - afterSeparators)) |
          ((unit ^ before) - 1) |
          ((trait | (trait << 1)) << TO_SIGN_BIT)) >>>
        31
      const next = (Math.imul(sound, SIGN_FACTOR) + (trait & SOUND_MASK)) & SIGN_MASK
      const soundBit = hashPair(sign, next) >>> soundShift
      signs[at] = next
      heard[heardCount] = at - 1
      heardCount += ((soundBits[soundBit >>> 5] as number) >>> soundBit) & 1
      sound = trait & SOUND_MASK
      sign = next
      second = before
      before = unit
    }
    this.pairCount = pairCount
    this.markCount = length > 0 ? markCount : 0
    this.heardCount = heardCount
  }

  /** Room for one answer per unit and the one that is written before it is known to be none. */
  private reserve(length: number): void {
    if (this.pairs.length > length) return
    const size = length * 2 + 64
    this.pairs = new Int32Array(size)
    this.marks = new Int32Array(size)
    this.signs = new Uint16Array(size)
    this.heard = new Int32Array(size)
  }
}

/** 1 when a reader wants to see it, or it may be a left half. */
function isMarked(trait: number): number {
  return ((trait | (trait << 1)) >>> 15) & 1
}
