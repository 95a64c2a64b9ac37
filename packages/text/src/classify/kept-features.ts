/**
 * Which of the hashed features have weights, and where: a bit for each, and how many bits stand before.
 *
 * Most features say next to nothing, so the model keeps the weights of some and knows the others by a
 * bit that is not set. `find` gives the rows of those that are kept, in the order of their numbers'
 * places. O(features asked for); one megabyte, half of it bits.
 */

import { FEATURE_BITS, MOST_FEATURES } from './features.ts'

/** No model keeps more than two to this many. */
export const KEPT_BITS = 18

export const BITMAP_BYTES = 2 ** FEATURE_BITS / 8

export class KeptFeatures {
  /** Of the features asked for last, the first `count`. */
  readonly rows = new Uint32Array(MOST_FEATURES)
  count = 0
  /** How many are kept. */
  readonly size: number
  /** A bit for each feature. */
  private readonly bits: Uint32Array
  /** How many are set before each 32 of them. */
  private readonly before: Uint32Array

  constructor(bitmap: Uint8Array) {
    this.bits = new Uint32Array(bitmap.length / 4)
    this.before = new Uint32Array(bitmap.length / 4)
    let size = 0
    for (let word = 0; word < this.bits.length; word += 1) {
      const bits = read32(bitmap, word * 4)
      this.bits[word] = bits
      this.before[word] = size
      size += countBits(bits)
    }
    this.size = size
  }

  /**
   * The bits alone first, without branches: what is not kept is written too, and overwritten by the
   * next. So most lines of the cache that a text touches are read side by side.
   */
  find(features: Uint32Array, count: number): this {
    const { bits, before, rows } = this
    let found = 0
    for (let at = 0; at < count; at += 1) {
      const feature = features[at] as number
      rows[found] = feature
      found += ((bits[feature >>> 5] as number) >>> (feature & 31)) & 1
    }
    for (let at = 0; at < found; at += 1) {
      const feature = rows[at] as number
      const word = feature >>> 5
      const lower = (bits[word] as number) & ((1 << (feature & 31)) - 1)
      rows[at] = (before[word] as number) + countBits(lower)
    }
    this.count = found
    return this
  }
}

/** The bits of features in rising order. */
export function toBitmap(features: Iterable<number>): Uint8Array {
  const bitmap = new Uint8Array(BITMAP_BYTES)
  for (const feature of features) {
    bitmap[feature >>> 3] = (bitmap[feature >>> 3] as number) | (1 << (feature & 7))
  }
  return bitmap
}

function read32(bytes: Uint8Array, at: number): number {
  const [first = 0, second = 0, third = 0, fourth = 0] = bytes.subarray(at, at + 4)
  return (first | (second << 8) | (third << 16) | (fourth << 24)) >>> 0
}

/** Pairs, then fours, then eights of bits, then all of them by one product. */
function countBits(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
