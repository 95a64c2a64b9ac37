/**
 * Which character may be meant where a look-alike stands in its place, or its two halves do: those that
 * a lexicon wants, a few hundred at most, in one small table that a kernel can read as well.
 */

import { hashPair } from '../match/word-pool.ts'

export interface StandIn {
  readonly first: number
  /** The right half; 0 for a look-alike. */
  readonly second: number
  readonly meant: number
}

export class StandIns {
  /** What stands there, two units in one, and what is meant, by turns; 0: free. At least half are free. */
  readonly slots: Uint32Array
  /** Brings a hash to the number of a slot. */
  readonly shift: number

  /** Of several that stand alike the last is meant. */
  constructor(standIns: readonly StandIn[]) {
    const power = Math.ceil(Math.log2(standIns.length + 1)) + 1
    this.shift = 32 - power
    this.slots = new Uint32Array(2 ** power * 2)
    for (const { first, second, meant } of standIns) {
      const slot = this.slotOf(first, second)
      this.slots[slot] = toKey(first, second)
      this.slots[slot + 1] = meant
    }
  }

  /** Every character that is meant by some. */
  get meant(): ReadonlySet<number> {
    return new Set(this.slots.filter((_, nth) => nth % 2 === 1))
  }

  /** The character that is meant, or 0. */
  get(first: number, second: number): number {
    return this.slots[this.slotOf(first, second) + 1] as number
  }

  /** Where it lies, or would. */
  private slotOf(first: number, second: number): number {
    const { slots } = this
    const key = toKey(first, second)
    let slot = (hashPair(first, second) >>> this.shift) * 2
    while (slots[slot] !== 0 && slots[slot] !== key) slot = (slot + 2) & (slots.length - 1)
    return slot
  }
}

function toKey(first: number, second: number): number {
  return (first | (second << 16)) >>> 0
}
