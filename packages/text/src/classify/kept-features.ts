/**
 * Which of the hashed features have weights, and where: a bit for each, and how many bits stand before.
 *
 * Most features say next to nothing, so the model keeps the weights of some and knows the others by a
 * bit that is not set. `find` gives the rows of those that are kept, in the order in which they are
 * asked for. O(features asked for); one megabyte, half of it bits.
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
  /** Side by side, for each 32 features: their bits, and how many bits are set before them. */
  readonly pairs: Uint32Array

  constructor(bitmap: Uint8Array) {
    this.pairs = new Uint32Array(bitmap.length / 2)
    let size = 0
    for (let at = 0; at < this.pairs.length; at += 2) {
      const bits = read32(bitmap, at * 2)
      this.pairs[at] = bits
      this.pairs[at + 1] = size
      size += countBits(bits)
    }
    this.size = size
  }

  /** Without branches: what is not kept is written too, and overwritten by the next. */
  find(features: Uint32Array, count: number): this {
    const { pairs, rows } = this
    let found = 0
    for (let at = 0; at < count; at += 1) {
      const feature = features[at] as number
      const pair = (feature >>> 5) << 1
      const bits = pairs[pair] as number
      const bit = feature & 31
      rows[found] = (pairs[pair + 1] as number) + countBits(bits & ((1 << bit) - 1))
      found += (bits >>> bit) & 1
    }
    this.count = found
    return this
  }
}

/** How many features such bits keep. */
export function countKept(bitmap: Uint8Array): number {
  let size = 0
  for (const bits of bitmap) size += countBits(bits)
  return size
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
