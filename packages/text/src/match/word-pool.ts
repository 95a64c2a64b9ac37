/**
 * The words of an index laid out for searching: bit tables for their beginnings, and the words
 * themselves, those of one bucket side by side.
 *
 * A record is its length, its number in two units, and its units; a length of 0 ends a bucket.
 * A bucket begins at a multiple of four units, so that a head has room for eight bits that tell
 * most other hashes from those in it: memory is slow, and words lie far apart.
 * Only flat arrays, so a pool can be written to a file and read back without being built again.
 */

const PAIR_FACTOR = 0x9e3779b1
const NEXT_FACTOR = 0x85ebca6b
/** Bits per beginning, as powers of two: the pair table is asked at every unit and should stay small. */
const PAIR_BITS_PER_START = 4
const BITS_PER_START = 4
const MIN_BITS = 12
const MAX_BITS = 26
const MIN_BUCKET_BITS = 4
const MAX_BUCKET_BITS = 24
/** Length and number, before the units of a record. */
export const RECORD_HEAD = 3
const PRINT_BITS = 8
const ALIGNED = 4

export interface WordPool {
  readonly pairShift: number
  readonly bitShift: number
  readonly bucketShift: number
  /** The first two units of every word. */
  readonly pairBits: Uint32Array
  /** Words of two units by their pair, of three by these, longer ones by their first four. */
  readonly bits: Uint32Array
  /** By bucket: where it begins, over the prints of the hashes in it; 0: nothing is in it. */
  readonly heads: Uint32Array
  /** The same for words of one unit, by the unit itself; empty when there are none. */
  readonly singles: Uint32Array
  readonly records: Uint16Array
}

/** Two units as they lie in memory on a little-endian machine, where one load reads both. */
export function hashPair(first: number, second: number): number {
  return Math.imul(first | (second << 16), PAIR_FACTOR)
}

/** Of one unit more than `hash` is of. */
export function hashNext(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, NEXT_FACTOR)
}

/** One of eight bits, by a part of the hash that the bucket does not depend on. */
export function toPrint(hash: number): number {
  return 1 << ((hash >>> 3) & (PRINT_BITS - 1))
}

/** Where in `records` the bucket of a head begins. */
export function toPlace(head: number): number {
  return (head >>> PRINT_BITS) * ALIGNED
}

export function toWordPool(words: readonly ArrayLike<number>[]): WordPool {
  const hashes = toHashes(words)
  const pairCount = countDistinct(hashes.pairs)
  const startCount = countDistinct(hashes.starts)
  const pairBits = clamp(toPower(pairCount) + PAIR_BITS_PER_START, MIN_BITS, MAX_BITS)
  const filterBits = clamp(toPower(startCount) + BITS_PER_START, MIN_BITS, MAX_BITS)
  const bucketBits = clamp(toPower(startCount), MIN_BUCKET_BITS, MAX_BUCKET_BITS)
  const hasSingles = words.some((word) => word.length === 1)
  const pool = {
    pairShift: 32 - pairBits,
    bitShift: 32 - filterBits,
    bucketShift: 32 - bucketBits,
    pairBits: toBitTable(words, hashes.pairs, pairBits),
    bits: toBitTable(words, hashes.starts, filterBits),
    heads: new Uint32Array(2 ** bucketBits),
    singles: new Uint32Array(hasSingles ? 65536 : 0),
  }
  return { ...pool, records: layOut(pool, words, hashes.starts) }
}

/** Of each word the hash of its first two units, and of its first three or four if it has them. */
interface Hashes {
  readonly pairs: Int32Array
  readonly starts: Int32Array
}

function toHashes(words: readonly ArrayLike<number>[]): Hashes {
  const pairs = new Int32Array(words.length)
  const starts = new Int32Array(words.length)
  for (let number = 0; number < words.length; number += 1) {
    const word = words[number] as ArrayLike<number>
    if (word.length < 2) continue
    const pair = hashPair(word[0] as number, word[1] as number)
    pairs[number] = pair
    const triple = word.length === 2 ? pair : hashNext(pair, word[2] as number)
    starts[number] = word.length < 4 ? triple : hashNext(triple, word[3] as number)
  }
  return { pairs, starts }
}

/** About how many different hashes there are: words that begin alike need no room of their own. */
function countDistinct(hashes: Int32Array): number {
  const shift = 32 - Math.min(MAX_BITS, toPower(hashes.length) + 4)
  const seen = new Uint8Array(2 ** (32 - shift))
  let count = 0
  for (let nth = 0; nth < hashes.length; nth += 1) {
    const at = (hashes[nth] as number) >>> shift
    count += seen[at] === 0 ? 1 : 0
    seen[at] = 1
  }
  return count
}

function toPower(count: number): number {
  return Math.ceil(Math.log2(Math.max(2, count)))
}

function toBitTable(
  words: readonly ArrayLike<number>[],
  hashes: Int32Array,
  power: number,
): Uint32Array {
  const bits = new Uint32Array(2 ** (power - 5))
  for (let number = 0; number < words.length; number += 1) {
    if ((words[number] as ArrayLike<number>).length < 2) continue
    const at = (hashes[number] as number) >>> (32 - power)
    bits[at >>> 5] = (bits[at >>> 5] as number) | (1 << (at & 31))
  }
  return bits
}

/** Measures the buckets first, then writes each word behind those of its bucket before it. */
function layOut(
  pool: Omit<WordPool, 'records'>,
  words: readonly ArrayLike<number>[],
  hashes: Int32Array,
): Uint16Array {
  const bucketCount = pool.heads.length
  const cursors = new Uint32Array(bucketCount + pool.singles.length)
  const places = new Uint32Array(words.length)
  for (let number = 0; number < words.length; number += 1) {
    const word = words[number] as ArrayLike<number>
    const isSingle = word.length === 1
    const hash = (hashes[number] as number) >>> pool.bucketShift
    const place = isSingle ? bucketCount + (word[0] as number) : hash
    places[number] = place
    if (word.length > 0) cursors[place] = (cursors[place] as number) + RECORD_HEAD + word.length
  }
  const records = new Uint16Array(toPlaces(cursors, pool))
  for (let number = 0; number < words.length; number += 1) {
    const word = words[number] as ArrayLike<number>
    if (word.length === 0) continue
    const place = places[number] as number
    const isSingle = place >= bucketCount
    const heads = isSingle ? pool.singles : pool.heads
    const bucket = isSingle ? place - bucketCount : place
    heads[bucket] = (heads[bucket] as number) | toPrint(hashes[number] as number)
    cursors[place] = writeRecord(records, cursors[place] as number, number, word)
  }
  return records
}

/** Turns the sizes of buckets into where they begin, also in the heads; returns the size of all. */
function toPlaces(cursors: Uint32Array, { heads, singles }: Omit<WordPool, 'records'>): number {
  let end = ALIGNED
  for (let place = 0; place < cursors.length; place += 1) {
    const size = cursors[place] as number
    if (size === 0) continue
    const head = (end / ALIGNED) << PRINT_BITS
    if (place < heads.length) heads[place] = head
    else singles[place - heads.length] = head
    cursors[place] = end
    // At least one unit of nothing ends the bucket.
    end = (Math.floor((end + size) / ALIGNED) + 1) * ALIGNED
  }
  return end
}

function writeRecord(
  records: Uint16Array,
  at: number,
  number: number,
  word: ArrayLike<number>,
): number {
  records[at] = word.length
  records[at + 1] = number >>> 16
  records[at + 2] = number & 0xffff
  for (let nth = 0; nth < word.length; nth += 1) {
    records[at + RECORD_HEAD + nth] = word[nth] as number
  }
  return at + RECORD_HEAD + word.length
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}
