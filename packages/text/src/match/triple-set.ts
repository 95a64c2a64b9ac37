/**
 * Whether three units in a row occur in any of many words, or what is before or after a word.
 *
 * `EDGE` in the place of the first or the third unit stands for the beginning or the end of a word.
 * A yes may be wrong about once in sixty times, a no never: it spares work, it decides nothing.
 * A triple is three bits of one 32-bit word, so that a question is one place in memory.
 */

import { hashNext, hashPair } from './word-pool.ts'

/** Bits per stored triple, as a power of two. */
const BITS_PER_TRIPLE = 3
/** Bits of one word, as a power of two. */
const WORD_BITS = 5
const MIN_BITS = 8
const MAX_BITS = 26
const MASK_FACTOR = 0xcc9e2d51

/** No unit is ever 0. */
export const EDGE = 0

type Add = (first: number, second: number, third: number) => void

export class TripleSet {
  readonly shift: number
  readonly bits: Uint32Array
  /** Whether a unit may be a word by itself. */
  hasSingles = false

  private constructor(power: number) {
    this.shift = 32 - power + WORD_BITS
    this.bits = new Uint32Array(2 ** (power - WORD_BITS))
  }

  /**
   * What `addAll` adds, of `most` triples at most.
   *
   * It is called twice: once to count how many differ, so that the set is no larger than it must
   * be; a small set is near.
   */
  static of(most: number, addAll: (add: Add) => void): TripleSet {
    const wide = new TripleSet(toPower(most))
    let count = 0
    addAll((first, second, third) => {
      if (wide.mayHave(first, second, third)) return
      wide.add(first, second, third)
      count += 1
    })
    if (toPower(count) === toPower(most)) return wide
    const set = new TripleSet(toPower(count))
    addAll((first, second, third) => set.add(first, second, third))
    return set
  }

  /** Every unit of every word between its neighbours; of those units only, where some are given. */
  static ofWords(words: readonly ArrayLike<number>[], units?: ReadonlySet<number>): TripleSet {
    const most = words.reduce((sum, word) => sum + word.length, 0)
    return TripleSet.of(most, (add) => {
      for (const word of words) {
        for (let at = 0; at < word.length; at += 1) {
          const unit = word[at] as number
          if (units?.has(unit) === false) continue
          const before = at > 0 ? (word[at - 1] as number) : EDGE
          const after = at + 1 < word.length ? (word[at + 1] as number) : EDGE
          add(before, unit, after)
        }
      }
    })
  }

  mayHave(first: number, second: number, third: number): boolean {
    const hash = hashNext(hashPair(first, second), third)
    const mask = toMask(hash)
    return ((this.bits[hash >>> this.shift] as number) & mask) === mask
  }

  /** Whether the middle unit can be part of a word where the other two stand beside it. */
  mayHold(before: number, unit: number, after: number): boolean {
    return (
      this.mayHave(before, unit, after) ||
      this.mayHave(EDGE, unit, after) ||
      this.mayHave(before, unit, EDGE) ||
      (this.hasSingles && this.mayHave(EDGE, unit, EDGE))
    )
  }

  /** The same when it is known whether a word can go on to either side. */
  mayHoldAmong(
    before: number,
    unit: number,
    after: number,
    goesBack: boolean,
    goesOn: boolean,
  ): boolean {
    return (
      (goesBack && goesOn && this.mayHave(before, unit, after)) ||
      (goesOn && this.mayHave(EDGE, unit, after)) ||
      (goesBack && this.mayHave(before, unit, EDGE)) ||
      (this.hasSingles && this.mayHave(EDGE, unit, EDGE))
    )
  }

  /** Whether the second unit can be in a word that goes on with the third: after the first, or first. */
  mayFollow(before: number, second: number, third: number): boolean {
    return this.mayHave(before, second, third) || this.mayHave(EDGE, second, third)
  }

  /** Whether the second unit can be in a word that comes from the first: before the third, or last. */
  mayLead(first: number, second: number, after: number): boolean {
    return this.mayHave(first, second, after) || this.mayHave(first, second, EDGE)
  }

  private add(first: number, second: number, third: number): void {
    if (first === EDGE && third === EDGE) this.hasSingles = true
    const hash = hashNext(hashPair(first, second), third)
    const place = hash >>> this.shift
    this.bits[place] = (this.bits[place] as number) | toMask(hash)
  }
}

/** Signed, like what `&` gives. */
function toMask(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), MASK_FACTOR)
  return (1 << (mixed >>> 27)) | (1 << (mixed >>> 22)) | (1 << (mixed >>> 17))
}

function toPower(count: number): number {
  const power = Math.ceil(Math.log2(count + 1)) + BITS_PER_TRIPLE
  return Math.min(MAX_BITS, Math.max(MIN_BITS, power))
}
