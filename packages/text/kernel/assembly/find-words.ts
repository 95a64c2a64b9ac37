/**
 * Finds the words of a pool in a row, as `src/match/word-index.ts` does.
 *
 * Step by step for a block of the row, and no step but the last with a branch that text decides: what is
 * asked of memory far away is asked for all candidates before any of them is looked at.
 */

import {
  BIT_SHIFT,
  BITS,
  BUCKET_SHIFT,
  BYTES_PER_CELL,
  CANDIDATES,
  FOUND,
  FOUND_COUNT,
  HEADS,
  HEARD,
  HEARD_COUNT,
  IS_FULL,
  PAIR_BITS,
  PAIR_SHIFT,
  PAIRS,
  RECORDS,
  SINGLES,
  SOUNDS,
  WORDS,
} from './cells.ts'

export const PAIR_FACTOR: u32 = 0x9e3779b1
export const NEXT_FACTOR: u32 = 0x85ebca6b
const RECORD_HEAD: usize = 6
const FOUND_BYTES: usize = 12
/** A candidate is its place, a hash or where its bucket begins, and the length of the first word there. */
const HASH: usize = 4
const SIZE: usize = 8
const CANDIDATE_BYTES: usize = 16
/** No place in a row. */
const NOWHERE: u32 = 0xffffffff
/** Positions searched at a time: what lies between the steps stays in the nearest memory. */
const BLOCK: u32 = 512
/** Room for the candidates of a pool, as `src/kernel/memory.ts` makes it. */
const CANDIDATES_BYTES: usize = (512 + 32) * 3 * 16
const LANES: u32 = 8
/** Positions of one word of the bits that say where pairs are. */
const PLACES: u32 = 64

/** Every occurrence of any word of a pool: number, beginning and length by turns. */
export function findWords(pool: usize, units: usize, length: u32, room: usize): u32 {
  let end = findSingles(pool, units, length, room)
  const first = load<u32>(CANDIDATES) as usize
  for (let from: u32 = 0; from + 1 < length; from += BLOCK) {
    const last = filter(pool, units, from, length, first)
    const kept = findBuckets(pool, first, last)
    readSizes(first, kept)
    end = compareAll(units, length, first, kept, end, room)
  }
  return countFound(room, end)
}

/** The same of words and of sounds at once: what one waits for, the other does, too. */
export function findBoth(units: usize, signs: usize, length: u32): void {
  let end = findSingles(WORDS, units, length, FOUND)
  let heardEnd = findSingles(SOUNDS, signs, length, HEARD)
  const first = load<u32>(CANDIDATES) as usize
  const firstHeard = first + CANDIDATES_BYTES
  for (let from: u32 = 0; from + 1 < length; from += BLOCK) {
    const last = filter(WORDS, units, from, length, first)
    const lastHeard = filter(SOUNDS, signs, from, length, firstHeard)
    const kept = findBuckets(WORDS, first, last)
    const keptHeard = findBuckets(SOUNDS, firstHeard, lastHeard)
    readSizes(first, kept)
    readSizes(firstHeard, keptHeard)
    end = compareAll(units, length, first, kept, end, FOUND)
    heardEnd = compareAll(signs, length, firstHeard, keptHeard, heardEnd, HEARD)
  }
  store<u32>(FOUND_COUNT, countFound(FOUND, end))
  store<u32>(HEARD_COUNT, countFound(HEARD, heardEnd))
}

function countFound(room: usize, end: usize): u32 {
  return ((end - (load<u32>(room) as usize)) / FOUND_BYTES) as u32
}

/** The candidates of a block, from `first` on; answers where the last of them ends. */
function filter(pool: usize, row: usize, from: u32, length: u32, first: usize): usize {
  const to = min(from + BLOCK, length - 1)
  filterPairs(pool, row, from, to)
  return filterStarts(pool, row, from, to, first)
}

/**
 * One bit for each place where the first two units of some word may stand, eight places at a time. Places
 * behind `to` may have theirs, too; no word has room there.
 */
function filterPairs(pool: usize, units: usize, from: u32, to: u32): void {
  const bits = i32x4.splat(load<u32>(pool, PAIR_BITS))
  const shift = load<u32>(pool, PAIR_SHIFT)
  const factor = i32x4.splat(PAIR_FACTOR as i32)
  const bit = i8x16(1, 2, 4, 8, 16, 32, 64, -128, 0, 0, 0, 0, 0, 0, 0, 0)
  let place = units + ((from as usize) << 1)
  const last = units + ((to as usize) << 1)
  let pairs = load<u32>(PAIRS) as usize
  for (; place < last; place += LANES << 1) {
    const even = i32x4.shr_u(i32x4.mul(v128.load(place), factor), shift)
    const odd = i32x4.shr_u(i32x4.mul(v128.load(place + 2), factor), shift)
    const evenPlaces = i32x4.add(i32x4.shr_u(even, 3), bits)
    const oddPlaces = i32x4.add(i32x4.shr_u(odd, 3), bits)
    let bytes = v128.load8_lane(i32x4.extract_lane(evenPlaces, 0), i64x2.splat(0), 0)
    bytes = v128.load8_lane(i32x4.extract_lane(oddPlaces, 0), bytes, 1)
    bytes = v128.load8_lane(i32x4.extract_lane(evenPlaces, 1), bytes, 2)
    bytes = v128.load8_lane(i32x4.extract_lane(oddPlaces, 1), bytes, 3)
    bytes = v128.load8_lane(i32x4.extract_lane(evenPlaces, 2), bytes, 4)
    bytes = v128.load8_lane(i32x4.extract_lane(oddPlaces, 2), bytes, 5)
    bytes = v128.load8_lane(i32x4.extract_lane(evenPlaces, 3), bytes, 6)
    bytes = v128.load8_lane(i32x4.extract_lane(oddPlaces, 3), bytes, 7)
    const lanes = i8x16.shuffle(even, odd, 0, 16, 4, 20, 8, 24, 12, 28, 0, 0, 0, 0, 0, 0, 0, 0)
    const mask = i8x16.swizzle(bit, v128.and(lanes, i8x16.splat(7)))
    const isSet = i8x16.eq(v128.and(bytes, mask), mask)
    store<u8>(pairs, i8x16.bitmask(isSet))
    pairs += 1
  }
  store<u64>(pairs, 0)
}

/**
 * Each such place with the hashes of its first four, three and two units that some word begins with.
 * Answers where the last of them ends.
 */
function filterStarts(pool: usize, units: usize, from: u32, to: u32, begin: usize): usize {
  const bits = load<u32>(pool, BITS) as usize
  const shift = load<u32>(pool, BIT_SHIFT)
  let pairs = load<u32>(PAIRS) as usize
  let end = begin
  for (let first = from; first < to; first += PLACES) {
    let left = load<u64>(pairs)
    pairs += 8
    while (left !== 0) {
      const at = first + (ctz(left) as u32)
      left &= left - 1
      const place = units + ((at as usize) << 1)
      const pair = load<u32>(place) * PAIR_FACTOR
      const triple = (pair ^ (load<u16>(place, 4) as u32)) * NEXT_FACTOR
      const quad = (triple ^ (load<u16>(place, 6) as u32)) * NEXT_FACTOR
      end = putCandidate(end, at, quad, bits, shift)
      end = putCandidate(end, at, triple, bits, shift)
      end = putCandidate(end, at, pair, bits, shift)
    }
  }
  return end
}

/** Overwritten by the next when it is none. */
function putCandidate(end: usize, at: u32, hash: u32, bits: usize, shift: u32): usize {
  store<u32>(end, at)
  store<u32>(end, hash, HASH)
  const bit = hash >>> shift
  const isSet = (load<u32>(bits + (((bit >>> 5) as usize) << 2)) >>> bit) & 1
  return end + ((isSet as usize) << 4)
}

/** Turns hashes into where their buckets begin, each place with the same bucket once. */
function findBuckets(pool: usize, candidates: usize, candidatesEnd: usize): usize {
  const heads = load<u32>(pool, HEADS) as usize
  const shift = load<u32>(pool, BUCKET_SHIFT)
  const records = load<u32>(pool, RECORDS)
  // Two before the first, so that each has two to be compared with.
  store<u32>(candidates - CANDIDATE_BYTES, NOWHERE)
  store<u32>(candidates - 2 * CANDIDATE_BYTES, NOWHERE)
  let end = candidates
  for (let next = candidates; next < candidatesEnd; next += CANDIDATE_BYTES) {
    const at = load<u32>(next)
    const hash = load<u32>(next, HASH)
    const head = load<u32>(heads + (((hash >>> shift) as usize) << 2))
    const bucket = records + ((head >>> 8) << 3)
    const hasPrint = (head >>> ((hash >>> 3) & 7)) & 1
    const isKnown =
      isSame(end - CANDIDATE_BYTES, at, bucket) | isSame(end - 2 * CANDIDATE_BYTES, at, bucket)
    store<u32>(end, at)
    store<u32>(end, bucket, HASH)
    end += ((hasPrint & ~isKnown) as usize) << 4
  }
  return end
}

/** Of each candidate the length of the first word of its bucket, which lies far away. */
function readSizes(candidates: usize, end: usize): void {
  for (let next = candidates; next < end; next += CANDIDATE_BYTES) {
    store<u32>(next, load<u16>(load<u32>(next, HASH) as usize) as u32, SIZE)
  }
}

function isSame(candidate: usize, at: u32, bucket: u32): u32 {
  const isThere = ((load<u32>(candidate) ^ at) | (load<u32>(candidate, HASH) ^ bucket)) === 0
  return isThere as u32
}

function compareAll(
  units: usize,
  length: u32,
  candidates: usize,
  candidatesEnd: usize,
  begin: usize,
  room: usize,
): usize {
  const limit = load<u32>(room + BYTES_PER_CELL) as usize
  let end = begin
  for (let next = candidates; next < candidatesEnd; next += CANDIDATE_BYTES) {
    const bucket = load<u32>(next, HASH) as usize
    end = compare(bucket, load<u32>(next, SIZE), units, length, load<u32>(next), end, limit)
  }
  return end
}

/** Words of one unit. Answers where what was found ends. */
function findSingles(pool: usize, units: usize, length: u32, room: usize): usize {
  const singles = load<u32>(pool, SINGLES) as usize
  const limit = load<u32>(room + BYTES_PER_CELL) as usize
  const records = load<u32>(pool, RECORDS)
  let end = load<u32>(room) as usize
  if (singles === 0) return end
  for (let at: u32 = 0; at < length; ++at) {
    const unit = load<u16>(units + ((at as usize) << 1)) as usize
    const head = load<u32>(singles + (unit << 2))
    if (head === 0) continue
    const bucket = (records + ((head >>> 8) << 3)) as usize
    end = compare(bucket, load<u16>(bucket) as u32, units, length, at, end, limit)
  }
  return end
}

/** Compares every word of a bucket with what stands at `at`. Returns the end of what is found. */
function compare(
  bucket: usize,
  firstSize: u32,
  units: usize,
  length: u32,
  at: u32,
  begin: usize,
  limit: usize,
): usize {
  const place = units + ((at as usize) << 1)
  let end = begin
  let record = bucket
  for (let size = firstSize; size > 0; size = load<u16>(record) as u32) {
    const word = record + RECORD_HEAD
    const bytes = (size as usize) << 1
    record = word + bytes
    if (at + size > length) continue
    let same: usize = 0
    while (same < bytes && load<u16>(word + same) === load<u16>(place + same)) same += 2
    if (same < bytes) continue
    if (end + FOUND_BYTES > limit) {
      store<u32>(IS_FULL, 1)
      return end
    }
    store<u32>(end, ((load<u16>(word - 4) as u32) << 16) | (load<u16>(word - 2) as u32))
    store<u32>(end, at, 4)
    store<u32>(end, size, 8)
    end += FOUND_BYTES
  }
  return end
}
