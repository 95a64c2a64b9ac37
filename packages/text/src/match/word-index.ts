/**
 * Finds every occurrence of any of many words in a row of units, overlapping ones included.
 *
 * Most positions begin no word, so bit tables are asked first: does any word begin with these two
 * units, then with these three or four. Only survivors are compared, with the few words that share that
 * beginning, which lie side by side. Building is O(total length); finding is
 * O(length + comparisons). Words are rows of UTF-16 units: any alphabet of 65536 signs will do.
 *
 * Why not an automaton: it must follow every unit, while the filter dismisses nine in ten with one
 * multiplication; and it takes seconds to build for 100,000 words where this takes milliseconds.
 */

import {
  hashNext,
  hashPair,
  RECORD_HEAD,
  toPlace,
  toPrint,
  toWordPool,
  type WordPool,
} from './word-pool.ts'

/** Entries of `found` for each occurrence. */
export const FOUND_SIZE = 3
const LEAST_FOUND = 256 * FOUND_SIZE

/** Searches rows for the words of an index, in a kernel. */
export interface KernelSearch {
  /** Number, beginning and length by turns; the answers of other searches, too. */
  readonly found: Int32Array
  /** How many were found; undefined when there is no room for the row or for them. */
  search(units: Uint16Array, length: number): number | undefined
}

export class WordIndex {
  readonly wordCount: number
  /** Filled by `find`: number, beginning and length by turns. Valid until the next call. */
  found: Int32Array
  /** Room to work in is made when it is needed: none of it lies in the file of a lexicon. */
  private room = new Int32Array(0)
  private pairs = new Int32Array(0)
  private candidates = new Int32Array(0)
  /** Of each candidate the hash, then where its bucket begins. */
  private hashes = new Int32Array(0)
  /** A kernel moves it into its memory, and searches there. */
  pool: WordPool
  kernel: KernelSearch | undefined

  constructor(words: readonly ArrayLike<number>[]) {
    this.wordCount = words.length
    this.found = this.room
    this.pool = toWordPool(words)
  }

  /** Returns how many were found; they lie in `found`, three entries each. */
  find(units: Uint16Array, length: number): number {
    if (this.wordCount === 0) return 0
    const known = this.kernel?.search(units, length)
    if (this.kernel !== undefined && known !== undefined) {
      this.found = this.kernel.found
      return known
    }
    if (this.pairs.length <= length) this.pairs = new Int32Array(length * 2 + 1)
    return this.findAmong(units, length, this.pairs, this.filterPairs(units, length))
  }

  /** The same, where the first two units of some word may stand at `pairs` only, in order. */
  findAmong(units: Uint16Array, length: number, pairs: Int32Array, pairCount: number): number {
    this.found = this.room
    if (pairCount === 0 && this.pool.singles.length === 0) return 0
    if (this.candidates.length <= pairCount * 3) this.growCandidates(pairCount)
    return this.compareAll(units, length, pairs, pairCount)
  }

  /** Whether some word of four units or more may begin with these. */
  mayBegin(first: number, second: number, third: number, fourth: number): boolean {
    const { pairBits, pairShift, bits, bitShift } = this.pool
    const pair = hashPair(first, second)
    if (hasBit(pairBits, pair >>> pairShift) === 0) return false
    return hasBit(bits, hashNext(hashNext(pair, third), fourth) >>> bitShift) === 1
  }

  /** A candidate may be three: the beginning of words of two, of three, and of more units. */
  private growCandidates(pairCount: number): void {
    this.candidates = new Int32Array(pairCount * 6 + 3)
    this.hashes = new Int32Array(pairCount * 6 + 3)
  }

  private compareAll(
    units: Uint16Array,
    length: number,
    pairs: Int32Array,
    pairCount: number,
  ): number {
    const count = this.findBuckets(this.filterStarts(units, length, pairs, pairCount))
    let end = this.pool.singles.length > 0 ? this.findSingles(units, length) : 0
    const { candidates, hashes } = this
    for (let nth = 0; nth < count; nth += 1) {
      end = this.compare(hashes[nth] as number, units, length, candidates[nth] as number, end)
    }
    return end / FOUND_SIZE
  }

  /** Positions at which some word may begin, without branches: a miss is overwritten by the next. */
  private filterPairs(units: Uint16Array, length: number): number {
    const { pairs } = this
    const { pairBits, pairShift } = this.pool
    let count = 0
    let before = length > 0 ? (units[0] as number) : 0
    for (let at = 1; at < length; at += 1) {
      const unit = units[at] as number
      const bit = hashPair(before, unit) >>> pairShift
      pairs[count] = at - 1
      count += ((pairBits[bit >>> 5] as number) >>> bit) & 1
      before = unit
    }
    return count
  }

  /**
   * Of those, the ones where a word of two units, of three, or the first four of a longer one may
   * stand: each with its hash.
   */
  private filterStarts(
    units: Uint16Array,
    length: number,
    pairs: Int32Array,
    pairCount: number,
  ): number {
    const { candidates, hashes } = this
    const { bits, bitShift } = this.pool
    let count = 0
    for (let nth = 0; nth < pairCount; nth += 1) {
      const at = pairs[nth] as number
      const pair = hashPair(units[at] as number, units[at + 1] as number)
      const third = at + 2 < length ? (units[at + 2] as number) : 0
      const fourth = at + 3 < length ? (units[at + 3] as number) : 0
      const triple = hashNext(pair, third)
      const quad = hashNext(triple, fourth)
      candidates[count] = at
      hashes[count] = quad
      count += hasBit(bits, quad >>> bitShift)
      candidates[count] = at
      hashes[count] = triple
      count += hasBit(bits, triple >>> bitShift)
      candidates[count] = at
      hashes[count] = pair
      count += hasBit(bits, pair >>> bitShift)
    }
    return count
  }

  /**
   * Turns hashes into where their buckets begin; in a loop of its own the look-ups overlap.
   * A place of which several hashes fall into one bucket is compared with it once.
   */
  private findBuckets(count: number): number {
    const { candidates, hashes } = this
    const { heads, bucketShift } = this.pool
    let kept = 0
    for (let nth = 0; nth < count; nth += 1) {
      const hash = hashes[nth] as number
      const head = heads[hash >>> bucketShift] as number
      if ((head & toPrint(hash)) === 0) continue
      const at = candidates[nth] as number
      const place = toPlace(head)
      if (kept > 0 && hashes[kept - 1] === place && candidates[kept - 1] === at) continue
      if (kept > 1 && hashes[kept - 2] === place && candidates[kept - 2] === at) continue
      candidates[kept] = at
      hashes[kept] = place
      kept += 1
    }
    return kept
  }

  private findSingles(units: Uint16Array, length: number): number {
    const { singles } = this.pool
    let end = 0
    for (let at = 0; at < length; at += 1) {
      const head = singles[units[at] as number] as number
      if (head > 0) end = this.compare(toPlace(head), units, length, at, end)
    }
    return end
  }

  /** Compares every word of a bucket with what stands at `at`. Returns the new end of `found`. */
  private compare(
    bucket: number,
    units: Uint16Array,
    length: number,
    at: number,
    end: number,
  ): number {
    const { records } = this.pool
    let count = end
    let record = bucket
    for (let size = records[record] as number; size > 0; size = records[record] as number) {
      const word = record + RECORD_HEAD
      let same = at + size > length ? size + 1 : 0
      while (same < size && records[word + same] === units[at + same]) same += 1
      if (same === size) {
        if (count + FOUND_SIZE > this.room.length) this.growFound()
        this.room[count] = ((records[record + 1] as number) << 16) | (records[record + 2] as number)
        this.room[count + 1] = at
        this.room[count + 2] = size
        count += FOUND_SIZE
      }
      record = word + size
    }
    return count
  }

  private growFound(): void {
    const room = new Int32Array(Math.max(LEAST_FOUND, this.room.length * 2))
    room.set(this.room)
    this.room = room
    this.found = room
  }
}

function hasBit(bits: Uint32Array, at: number): number {
  return ((bits[at >>> 5] as number) >>> at) & 1
}
