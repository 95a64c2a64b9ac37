/** Finds the words of a pool in a row, as `src/match/word-index.ts` does. */

import {
  BIT_SHIFT,
  BITS,
  BUCKET_SHIFT,
  BYTES_PER_CELL,
  CANDIDATES,
  HASHES,
  HEADS,
  IS_FULL,
  PAIR_BITS,
  PAIR_SHIFT,
  PAIRS,
  RECORDS,
  SINGLES,
} from './cells.ts'

export const PAIR_FACTOR: u32 = 0x9e3779b1
export const NEXT_FACTOR: u32 = 0x85ebca6b
const RECORD_HEAD: usize = 6
const FOUND_BYTES: usize = 12
/** Positions searched at a time: what lies between the steps stays in the nearest memory. */
const BLOCK: u32 = 2048

/** Every occurrence of any word of a pool: number, beginning and length by turns. */
export function findWords(pool: usize, units: usize, length: u32, room: usize): u32 {
  const found = load<u32>(room) as usize
  const limit = load<u32>(room + BYTES_PER_CELL) as usize
  const singles = load<u32>(pool, SINGLES) as usize
  let end = singles === 0 ? found : findSingles(pool, singles, units, length, found, limit)
  for (let from: u32 = 0; from + 1 < length; from += BLOCK) {
    const to = min(from + BLOCK, length - 1)
    const pairCount = filterPairs(pool, units, from, to)
    const count = findBuckets(pool, filterStarts(pool, units, pairCount))
    end = compareAll(units, length, count, end, limit)
  }
  return ((end - found) / FOUND_BYTES) as u32
}

function filterPairs(pool: usize, units: usize, from: u32, to: u32): u32 {
  const bits = load<u32>(pool, PAIR_BITS) as usize
  const shift = load<u32>(pool, PAIR_SHIFT)
  const pairs = load<u32>(PAIRS) as usize
  let count: usize = 0
  for (let at = from; at < to; ++at) {
    const hash = load<u32>(units + ((at as usize) << 1)) * PAIR_FACTOR
    store<u32>(pairs + (count << 2), at)
    count += hasBit(bits, hash >>> shift) as usize
  }
  return count as u32
}

/** Each place with the hashes of its first four, three and two units that some word begins with. */
function filterStarts(pool: usize, units: usize, pairCount: u32): u32 {
  const bits = load<u32>(pool, BITS) as usize
  const shift = load<u32>(pool, BIT_SHIFT)
  const pairs = load<u32>(PAIRS) as usize
  const candidates = load<u32>(CANDIDATES) as usize
  const hashes = load<u32>(HASHES) as usize
  let count: usize = 0
  for (let nth: u32 = 0; nth < pairCount; ++nth) {
    const at = load<u32>(pairs + ((nth as usize) << 2))
    const place = units + ((at as usize) << 1)
    const pair = load<u32>(place) * PAIR_FACTOR
    const triple = (pair ^ (load<u16>(place, 4) as u32)) * NEXT_FACTOR
    const quad = (triple ^ (load<u16>(place, 6) as u32)) * NEXT_FACTOR
    store<u32>(candidates + (count << 2), at)
    store<u32>(hashes + (count << 2), quad)
    count += hasBit(bits, quad >>> shift) as usize
    store<u32>(candidates + (count << 2), at)
    store<u32>(hashes + (count << 2), triple)
    count += hasBit(bits, triple >>> shift) as usize
    store<u32>(candidates + (count << 2), at)
    store<u32>(hashes + (count << 2), pair)
    count += hasBit(bits, pair >>> shift) as usize
  }
  return count as u32
}

/** Turns hashes into where their buckets begin, each place with the same bucket once. */
function findBuckets(pool: usize, count: u32): u32 {
  const heads = load<u32>(pool, HEADS) as usize
  const shift = load<u32>(pool, BUCKET_SHIFT)
  const records = load<u32>(pool, RECORDS)
  const candidates = load<u32>(CANDIDATES) as usize
  const hashes = load<u32>(HASHES) as usize
  let kept: usize = 0
  for (let nth: u32 = 0; nth < count; ++nth) {
    const hash = load<u32>(hashes + ((nth as usize) << 2))
    const head = load<u32>(heads + (((hash >>> shift) as usize) << 2))
    if ((head & (1 << ((hash >>> 3) & 7))) === 0) continue
    const at = load<u32>(candidates + ((nth as usize) << 2))
    const bucket = records + ((head >>> 8) << 3)
    if (kept > 0 && isKept(kept - 1, at, bucket)) continue
    if (kept > 1 && isKept(kept - 2, at, bucket)) continue
    store<u32>(candidates + (kept << 2), at)
    store<u32>(hashes + (kept << 2), bucket)
    kept += 1
  }
  return kept as u32
}

function isKept(nth: usize, at: u32, bucket: u32): bool {
  return (
    load<u32>((load<u32>(HASHES) as usize) + (nth << 2)) === bucket &&
    load<u32>((load<u32>(CANDIDATES) as usize) + (nth << 2)) === at
  )
}

function compareAll(units: usize, length: u32, count: u32, begin: usize, limit: usize): usize {
  const candidates = load<u32>(CANDIDATES) as usize
  const buckets = load<u32>(HASHES) as usize
  let end = begin
  for (let nth: u32 = 0; nth < count; ++nth) {
    const at = load<u32>(candidates + ((nth as usize) << 2))
    const bucket = load<u32>(buckets + ((nth as usize) << 2)) as usize
    end = compare(bucket, units, length, at, end, limit)
  }
  return end
}

function findSingles(
  pool: usize,
  singles: usize,
  units: usize,
  length: u32,
  begin: usize,
  limit: usize,
): usize {
  const records = load<u32>(pool, RECORDS)
  let end = begin
  for (let at: u32 = 0; at < length; ++at) {
    const unit = load<u16>(units + ((at as usize) << 1)) as usize
    const head = load<u32>(singles + (unit << 2))
    if (head === 0) continue
    end = compare((records + ((head >>> 8) << 3)) as usize, units, length, at, end, limit)
  }
  return end
}

/** Compares every word of a bucket with what stands at `at`. Returns the end of what is found. */
function compare(
  bucket: usize,
  units: usize,
  length: u32,
  at: u32,
  begin: usize,
  limit: usize,
): usize {
  const place = units + ((at as usize) << 1)
  let end = begin
  let record = bucket
  for (let size = load<u16>(record) as u32; size > 0; size = load<u16>(record) as u32) {
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

function hasBit(bits: usize, at: u32): u32 {
  return (load<u32>(bits + (((at >>> 5) as usize) << 2)) >>> (at & 31)) & 1
}
