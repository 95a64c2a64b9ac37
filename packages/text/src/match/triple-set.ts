/**
 * Whether three units in a row occur in any of many words, or what is before or after a word.
 *
 * `EDGE` in the place of the first or the third unit stands for the beginning or the end of a word.
 * A yes may be wrong about once in ten times, a no never: it spares work, it decides nothing.
 */

import { hashPair, hashTriple } from './word-pool.ts'

/** Bits per stored triple, as a power of two. */
const BITS_PER_TRIPLE = 3

/** No unit is ever 0. */
export const EDGE = 0

export class TripleSet {
  private readonly shift: number
  private readonly bits: Uint32Array

  /** `capacity`: how many triples it is meant for; with more of them, more answers are wrong. */
  constructor(capacity: number) {
    const size = Math.min(26, Math.max(8, Math.ceil(Math.log2(capacity + 1)) + BITS_PER_TRIPLE))
    this.shift = 32 - size
    this.bits = new Uint32Array(2 ** (size - 5))
  }

  static of(words: readonly ArrayLike<number>[]): TripleSet {
    const set = new TripleSet(words.reduce((sum, word) => sum + word.length, 0))
    for (const word of words) {
      for (let at = 0; at < word.length; at += 1) {
        set.add(word[at - 1] ?? EDGE, word[at] as number, word[at + 1] ?? EDGE)
      }
    }
    return set
  }

  add(first: number, second: number, third: number): void {
    const bit = this.place(first, second, third)
    this.bits[bit >>> 5] = (this.bits[bit >>> 5] as number) | (1 << (bit & 31))
  }

  mayHave(first: number, second: number, third: number): boolean {
    const bit = this.place(first, second, third)
    return (((this.bits[bit >>> 5] as number) >>> bit) & 1) === 1
  }

  /** Whether the middle unit can be part of a word where the other two stand beside it. */
  mayHold(before: number, unit: number, after: number): boolean {
    return (
      this.mayHave(before, unit, after) ||
      this.mayHave(EDGE, unit, after) ||
      this.mayHave(before, unit, EDGE)
    )
  }

  private place(first: number, second: number, third: number): number {
    return hashTriple(hashPair(first, second), third) >>> this.shift
  }
}
