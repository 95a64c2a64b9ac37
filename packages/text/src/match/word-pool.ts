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
const TRIPLE_FACTOR = 0x85ebca6b
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
  /** Words of two units by their pair, longer ones by their first three. */
  readonly bits: Uint32Array
  /** By bucket: where it begins, over the prints of the hashes in it; 0: nothing is in it. */
  readonly heads: Uint32Array
  /** The same for words of one unit, by the unit itself; empty when there are none. */
  readonly singles: Uint32Array
  readonly records: Uint16Array
}

export function hashPair(first: number, second: number): number {
  return Math.imul((first << 16) | second, PAIR_FACTOR)
}

export function hashTriple(pair: number, third: number): number {
  return Math.imul(pair ^ third, TRIPLE_FACTOR)
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
  const most = Math.ceil(Math.log2(Math.max(2, words.length)))
  const pairCount = countDistinct(words, (word) => hashStart(word, 2), most)
  const startCount = countDistinct(words, (word) => hashStart(word), most)
  const pairBits = clamp(toPower(pairCount) + PAIR_BITS_PER_START, MIN_BITS, MAX_BITS)
  const filterBits = clamp(toPower(startCount) + BITS_PER_START, MIN_BITS, MAX_BITS)
  const bucketBits = clamp(toPower(startCount), MIN_BUCKET_BITS, MAX_BUCKET_BITS)
  const hasSingles = words.some((word) => word.length === 1)
  const pool = {
    pairShift: 32 - pairBits,
    bitShift: 32 - filterBits,
    bucketShift: 32 - bucketBits,
    pairBits: new Uint32Array(2 ** (pairBits - 5)),
    bits: new Uint32Array(2 ** (filterBits - 5)),
    heads: new Uint32Array(2 ** bucketBits),
    singles: new Uint32Array(hasSingles ? 65536 : 0),
  }
  for (const word of words) fillFilters(pool, word)
  return { ...pool, records: layOut(pool, words) }
}

/** About how many different hashes there are: words that begin alike need no room of their own. */
function countDistinct(
  words: readonly ArrayLike<number>[],
  toHash: (word: ArrayLike<number>) => number,
  power: number,
): number {
  const shift = 32 - Math.min(MAX_BITS, power + 4)
  const seen = new Uint8Array(2 ** (32 - shift))
  let count = 0
  for (const word of words) {
    const at = toHash(word) >>> shift
    count += seen[at] === 0 ? 1 : 0
    seen[at] = 1
  }
  return count
}

function toPower(count: number): number {
  return Math.ceil(Math.log2(Math.max(2, count)))
}

function fillFilters(pool: Omit<WordPool, 'records'>, word: ArrayLike<number>): void {
  if (word.length < 2) return
  setBit(pool.pairBits, hashPair(word[0] as number, word[1] as number) >>> pool.pairShift)
  setBit(pool.bits, hashStart(word) >>> pool.bitShift)
}

/** Of the first three units, or the first two when there are no more or no more are asked for. */
function hashStart(word: ArrayLike<number>, units = 3): number {
  if (word.length < 2) return 0
  const pair = hashPair(word[0] as number, word[1] as number)
  return word.length === 2 || units === 2 ? pair : hashTriple(pair, word[2] as number)
}

/** Chains the words of each bucket first, then writes the buckets one after the other. */
function layOut(pool: Omit<WordPool, 'records'>, words: readonly ArrayLike<number>[]): Uint16Array {
  const next = new Uint32Array(words.length)
  let size = ALIGNED
  for (let number = words.length - 1; number >= 0; number -= 1) {
    const word = words[number] as ArrayLike<number>
    if (word.length === 0) continue
    const [heads, bucket] = bucketOf(pool, word)
    if (heads[bucket] === 0) size += ALIGNED
    next[number] = heads[bucket] as number
    heads[bucket] = number + 1
    size += RECORD_HEAD + word.length
  }
  const records = new Uint16Array(size)
  let end = ALIGNED
  for (const heads of [pool.heads, pool.singles]) {
    for (let bucket = 0; bucket < heads.length; bucket += 1) {
      const first = heads[bucket] as number
      if (first === 0) continue
      heads[bucket] = (end / ALIGNED) << PRINT_BITS
      for (let link = first; link > 0; link = next[link - 1] as number) {
        const word = words[link - 1] as ArrayLike<number>
        heads[bucket] = (heads[bucket] as number) | toPrint(hashStart(word))
        writeRecord(records, end, link - 1, word)
        end += RECORD_HEAD + word.length
      }
      end = (Math.floor(end / ALIGNED) + 1) * ALIGNED
    }
  }
  return records
}

function writeRecord(
  records: Uint16Array,
  at: number,
  number: number,
  word: ArrayLike<number>,
): void {
  records[at] = word.length
  records[at + 1] = number >>> 16
  records[at + 2] = number & 0xffff
  for (let nth = 0; nth < word.length; nth += 1) {
    records[at + RECORD_HEAD + nth] = word[nth] as number
  }
}

function bucketOf(
  pool: Omit<WordPool, 'records'>,
  word: ArrayLike<number>,
): [heads: Uint32Array, bucket: number] {
  return word.length === 1
    ? [pool.singles, word[0] as number]
    : [pool.heads, hashStart(word) >>> pool.bucketShift]
}

function setBit(bits: Uint32Array, at: number): void {
  bits[at >>> 5] = (bits[at >>> 5] as number) | (1 << (at & 31))
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}
