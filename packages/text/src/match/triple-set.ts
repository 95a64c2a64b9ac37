/**
 * Whether three units in a row occur inside any of many words.
 *
 * A yes may be wrong about once in ten times, a no never: it spares work, it decides nothing.
 */

import { hashPair, hashTriple } from './word-pool.ts'

/** Bits per stored triple, as a power of two. */
const BITS_PER_TRIPLE = 3

export class TripleSet {
  private readonly shift: number
  private readonly bits: Uint32Array

  constructor(words: readonly ArrayLike<number>[]) {
    const triples = words.reduce((sum, word) => sum + Math.max(0, word.length - 2), 0)
    const size = Math.min(26, Math.max(8, Math.ceil(Math.log2(triples + 1)) + BITS_PER_TRIPLE))
    this.shift = 32 - size
    this.bits = new Uint32Array(2 ** (size - 5))
    for (const word of words) {
      for (let at = 2; at < word.length; at += 1) {
        const bit = this.place(word[at - 2] as number, word[at - 1] as number, word[at] as number)
        this.bits[bit >>> 5] = (this.bits[bit >>> 5] as number) | (1 << (bit & 31))
      }
    }
  }

  mayHave(first: number, second: number, third: number): boolean {
    const bit = this.place(first, second, third)
    return (((this.bits[bit >>> 5] as number) >>> bit) & 1) === 1
  }

  private place(first: number, second: number, third: number): number {
    return hashTriple(hashPair(first, second), third) >>> this.shift
  }
}
