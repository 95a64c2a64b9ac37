/**
 * Finds all hashes within a distance of another, without looking at each.
 *
 * The 256 bits are cut into pieces. Two hashes that differ in few bits differ in very few bits of at
 * least one piece, so it is enough to look up each piece with those few bits flipped, in a table of
 * the hashes that have exactly this piece, and to compare only what is found there. No hash within
 * the distance is missed. Pieces get longer as the bank grows: work grows far slower than the bank.
 * Built once in O(hashes), then fixed. Holds 32 bytes a hash and 4 for each of 10 to 16 pieces.
 *
 * Source: Norouzi, Punjani, Fleet, “Fast Search in Hamming Space with Multi-Index Hashing”, CVPR
 * 2012; the uneven radii after Qin et al., “GPH: Similarity Search in Hamming Space”, ICDE 2018.
 */

import { countBits } from './distance.ts'

/** Words of 32 bits in a hash, the first ones highest. */
export const HASH_WORDS = 8
const HASH_BITS = 256
/** Shorter pieces find too much; a table for longer ones takes more memory than the hashes. */
const PIECE_BITS = { least: 16, most: 22 }

interface Piece {
  /** Bits from the top of the hash. */
  readonly start: number
  readonly bits: number
  /** Every way to flip up to as many bits as the piece may differ in. */
  readonly flips: Uint32Array
  /** Hashes with the value `v` in this piece are `members[starts[v]]` up to `starts[v + 1]`. */
  readonly starts: Uint32Array
  readonly members: Uint32Array
}

export interface HashIndex {
  readonly size: number
  /** Calls back with the position of each hash within the distance, once, in no order. */
  search(wanted: Uint32Array, found: (at: number, distance: number) => void): void
}

/** `words` holds `HASH_WORDS` words for each hash; it is kept, not copied. */
export function indexHashes(words: Uint32Array, maxDistance: number): HashIndex {
  const size = words.length / HASH_WORDS
  const pieces = cutPieces(size, maxDistance).map((cut) => fillPiece(cut, words, size))
  return {
    size,
    search(wanted, found) {
      const seen = new Set<number>()
      for (const piece of pieces) {
        const value = pieceOf(wanted, 0, piece.start, piece.bits)
        for (const flip of piece.flips) {
          const end = piece.starts[(value ^ flip) + 1] ?? 0
          for (let slot = piece.starts[value ^ flip] ?? 0; slot < end; slot += 1) {
            const at = piece.members[slot] ?? 0
            const distance = distanceWithin(words, at * HASH_WORDS, wanted, maxDistance)
            if (distance > maxDistance || seen.has(at)) continue
            seen.add(at)
            found(at, distance)
          }
        }
      }
    },
  }
}

type Cut = Pick<Piece, 'start' | 'bits' | 'flips'>

/**
 * If a hash is missed, every piece differs in more than its radius: then the distance is at least
 * the sum of all radii plus one each. That sum is made to exceed the distance by as little as can be.
 */
function cutPieces(size: number, maxDistance: number): Cut[] {
  const wanted = Math.ceil(Math.log2(size + 1))
  const bits = Math.min(PIECE_BITS.most, Math.max(PIECE_BITS.least, wanted))
  const count = Math.floor(HASH_BITS / bits)
  const radius = Math.floor((maxDistance + 1) / count)
  const wider = maxDistance + 1 - radius * count
  const longer = HASH_BITS - bits * count
  const cuts: Cut[] = []
  for (let at = 0, start = 0; at < count; at += 1) {
    const length =
      bits + Math.floor(((at + 1) * longer) / count) - Math.floor((at * longer) / count)
    const reach = at < wider ? radius : radius - 1
    cuts.push({ start, bits: length, flips: flipsWithin(length, reach) })
    start += length
  }
  return cuts
}

/** All words with at most `most` ones among the lowest `bits`; none at all when `most` is below 0. */
function flipsWithin(bits: number, most: number): Uint32Array {
  const flips: number[] = []
  const add = (flip: number, from: number, left: number): void => {
    flips.push(flip)
    if (left === 0) return
    for (let bit = from; bit < bits; bit += 1) add(flip | (1 << bit), bit + 1, left - 1)
  }
  if (most >= 0) add(0, 0, most)
  return Uint32Array.from(flips)
}

/** Counts how many hashes have each value, then puts each in the place left for it. */
function fillPiece(cut: Cut, words: Uint32Array, size: number): Piece {
  const { start, bits } = cut
  const starts = new Uint32Array(2 ** bits + 1)
  for (let at = 0; at < size; at += 1) {
    const next = pieceOf(words, at * HASH_WORDS, start, bits) + 1
    starts[next] = (starts[next] ?? 0) + 1
  }
  for (let value = 0; value < 2 ** bits; value += 1) {
    starts[value + 1] = (starts[value + 1] ?? 0) + (starts[value] ?? 0)
  }
  const free = starts.slice()
  const members = new Uint32Array(size)
  for (let at = 0; at < size; at += 1) {
    const value = pieceOf(words, at * HASH_WORDS, start, bits)
    members[free[value] ?? 0] = at
    free[value] = (free[value] ?? 0) + 1
  }
  return { ...cut, starts, members }
}

/** `bits` bits of the hash at `from`, `start` bits from its top; at most 31, over at most two words. */
function pieceOf(words: Uint32Array, from: number, start: number, bits: number): number {
  const word = from + (start >>> 5)
  const offset = start & 31
  const high = ((words[word] ?? 0) << offset) >>> 0
  const low = offset === 0 ? 0 : (words[word + 1] ?? 0) >>> (32 - offset)
  return (high | low) >>> (32 - bits)
}

/** Stops counting once the distance is exceeded. */
export function distanceWithin(
  words: Uint32Array,
  from: number,
  wanted: Uint32Array,
  maxDistance: number,
): number {
  let distance = 0
  for (let word = 0; word < HASH_WORDS && distance <= maxDistance; word += 1) {
    distance += countBits((words[from + word] ?? 0) ^ (wanted[word] ?? 0))
  }
  return distance
}
