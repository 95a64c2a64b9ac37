/**
 * The kernel: reads a text into plain units and searches them, in WebAssembly.
 *
 * The same algorithm, table for table, as `src/fold/fold.ts`, `src/match/row-scan.ts` and
 * `src/match/word-index.ts`, which stay the reference and do the work where this cannot run. Written
 * in AssemblyScript; `node packages/text/kernel/build.ts` makes `src/kernel/search.generated.ts` of it.
 *
 * It owns no memory: `src/kernel/memory.ts` lays everything out and writes where it lies into cells of
 * 32 bits at the beginning. A pool is eight cells. Two units before a row and eight after it can be
 * written to. Nothing is checked here: whoever calls sees to it that a text fits.
 */

const BYTES_PER_CELL: usize = 4

/** Where things lie. The order is that of `CELLS` in `src/kernel/memory.ts`. */
const READINGS: usize = 0 * BYTES_PER_CELL
const SOURCE: usize = 1 * BYTES_PER_CELL
const UNITS: usize = 2 * BYTES_PER_CELL
const STARTS: usize = 3 * BYTES_PER_CELL
const TRAITS: usize = 4 * BYTES_PER_CELL
const SIGNS: usize = 5 * BYTES_PER_CELL
const MARKS: usize = 6 * BYTES_PER_CELL
const PAIRS: usize = 7 * BYTES_PER_CELL
const CANDIDATES: usize = 8 * BYTES_PER_CELL
const HASHES: usize = 9 * BYTES_PER_CELL
/** Each with its end in the next cell. */
const FOUND: usize = 10 * BYTES_PER_CELL
const HEARD: usize = 12 * BYTES_PER_CELL
/** Where stretches of Latin letters begin and end, by turns. */
const RUNS: usize = 15 * BYTES_PER_CELL
/** 0: no unit has traits, none is looked for by its sound, and a reading is 16 bits instead of 32. */
const HAS_TRAITS: usize = 14 * BYTES_PER_CELL

/** What a call answers. */
const UNIT_COUNT: usize = 16 * BYTES_PER_CELL
const FOUND_COUNT: usize = 17 * BYTES_PER_CELL
const HEARD_COUNT: usize = 18 * BYTES_PER_CELL
const MARK_COUNT: usize = 19 * BYTES_PER_CELL
/** 1: there was not room for all that was found. */
const IS_FULL: usize = 20 * BYTES_PER_CELL
const RUN_COUNT: usize = 21 * BYTES_PER_CELL
/** 0: the row is one line; only told of rows with traits. */
const HAS_LINES: usize = 22 * BYTES_PER_CELL

const WORDS: usize = 24 * BYTES_PER_CELL
const SOUNDS: usize = 32 * BYTES_PER_CELL

/** Within a pool. */
const PAIR_BITS: usize = 0 * BYTES_PER_CELL
const PAIR_SHIFT: usize = 1 * BYTES_PER_CELL
const BITS: usize = 2 * BYTES_PER_CELL
const BIT_SHIFT: usize = 3 * BYTES_PER_CELL
const HEADS: usize = 4 * BYTES_PER_CELL
const BUCKET_SHIFT: usize = 5 * BYTES_PER_CELL
const RECORDS: usize = 6 * BYTES_PER_CELL
/** 0: no word is a single unit. */
const SINGLES: usize = 7 * BYTES_PER_CELL

const CLOSE: u32 = 1
const AFTER_SEPARATORS: i16 = 11
const LINE_BREAK: i16 = 10
const FIRST_DIGIT: i16 = 48
const DIGITS: i16 = 10
const FIRST_LETTER: i16 = 97
const LETTERS: i16 = 26
const PAIR_FACTOR: u32 = 0x9e3779b1
const NEXT_FACTOR: u32 = 0x85ebca6b
const SIGN_FACTOR: i16 = 337
const SOUND_MASK: i16 = 0x1fff
/** By so much a trait is shifted for the sign of a left half, of a right half, to be its highest bit. */
const LEFT_SHIFT: i32 = 1
const RIGHT_SHIFT: i32 = 2
const RECORD_HEAD: usize = 6
const FOUND_BYTES: usize = 12
/** Positions searched at a time: what lies between the steps stays in the nearest memory. */
const BLOCK: u32 = 2048
const LANES: u32 = 8
const ALL_LANES: i32 = 0xff

/**
 * Reads on from `from`, with `count` units read already. Returns where a character needs a closer
 * look; when there is none, the row is searched as well.
 */
export function read(from: u32, to: u32, count: u32): u32 {
  const hasTraits = load<u32>(HAS_TRAITS) !== 0
  const at = hasTraits ? foldAll(from, to, count) : foldPlain(from, to, count)
  if (at < to) return at
  const length = load<u32>(UNIT_COUNT)
  const units = load<u32>(UNITS) as usize
  store<u32>(IS_FULL, 0)
  endRow(units, length)
  store<u32>(FOUND_COUNT, search(WORDS, units, length, FOUND))
  if (!hasTraits) {
    store<u32>(MARK_COUNT, markPlain(units, length))
    return at
  }
  const traits = load<u32>(TRAITS) as usize
  const signs = load<u32>(SIGNS) as usize
  endRow(traits, length)
  markAll(units, traits, length)
  sign(traits, signs, length)
  endRow(signs, length)
  store<u32>(HEARD_COUNT, search(SOUNDS, signs, length, HEARD))
  return at
}

/** Searches the source as it stands. Returns how many words were found. */
export function searchSource(length: u32): u32 {
  const source = load<u32>(SOURCE) as usize
  store<u32>(IS_FULL, 0)
  endRow(source, length)
  return search(WORDS, source, length, FOUND)
}

function endRow(row: usize, length: u32): void {
  store<u32>(row - 4, 0xffffffff)
  v128.store(row + ((length as usize) << 1), i64x2.splat(0))
}

/** Without branches: what is dropped is written too, and overwritten by the next. */
function foldPlain(from: u32, to: u32, begin: u32): u32 {
  const readings = load<u32>(READINGS) as usize
  const source = load<u32>(SOURCE) as usize
  const starts = load<u32>(STARTS) as usize
  const units = load<u32>(UNITS) as usize
  let count = begin as usize
  let at = from
  for (; at < to; ++at) {
    const unit = load<u16>(source + ((at as usize) << 1)) as usize
    const reading = load<u16>(readings + (unit << 1)) as u32
    if (reading === CLOSE) break
    store<u16>(units + (count << 1), reading as u16)
    store<u32>(starts + (count << 2), at)
    count += (reading !== 0) as usize
  }
  store<u32>(UNIT_COUNT, count as u32)
  return at
}

/** The same with the traits of each unit. */
function foldAll(from: u32, to: u32, begin: u32): u32 {
  const readings = load<u32>(READINGS) as usize
  const source = load<u32>(SOURCE) as usize
  const starts = load<u32>(STARTS) as usize
  const units = load<u32>(UNITS) as usize
  const traits = load<u32>(TRAITS) as usize
  let count = begin as usize
  let at = from
  for (; at < to; ++at) {
    const unit = load<u16>(source + ((at as usize) << 1)) as usize
    const entry = load<u32>(readings + (unit << 2))
    const reading = entry & 0xffff
    if (reading === CLOSE) break
    store<u16>(units + (count << 1), reading as u16)
    store<u16>(traits + (count << 1), (entry >>> 16) as u16)
    store<u32>(starts + (count << 2), at)
    count += (reading !== 0) as usize
  }
  store<u32>(UNIT_COUNT, count as u32)
  return at
}

/** Where a separator has another two units before it, or a unit that is no digit follows its like. */
function markPlain(units: usize, length: u32): u32 {
  let end = load<u32>(MARKS) as usize
  for (let at: u32 = 0; at < length; at += LANES) {
    const mask = i16x8.bitmask(repeatsAt(units + ((at as usize) << 1)))
    if (mask !== 0) end = putPlaces(end, at, length, mask)
  }
  return ((end - (load<u32>(MARKS) as usize)) >>> 2) as u32
}

/**
 * The same, every other unit that is marked, and every left half that a right half follows. Letters
 * go to the runs. The row ends with no letter.
 */
function markAll(units: usize, traits: usize, length: u32): void {
  const marks = load<u32>(MARKS) as usize
  const runs = load<u32>(RUNS) as usize
  let marksEnd = marks
  let runsEnd = runs
  let carried = 0
  let breaks = i64x2.splat(0)
  for (let at: u32 = 0; at <= length; at += LANES) {
    const place = (at as usize) << 1
    const unit = v128.load(units + place)
    const letters = areWithin(unit, FIRST_LETTER, LETTERS)
    breaks = v128.or(breaks, i16x8.eq(unit, i16x8.splat(LINE_BREAK)))
    const trait = v128.load(traits + place)
    const left = i16x8.shl(trait, LEFT_SHIFT)
    const right = i16x8.shl(v128.load(traits + place + 2), RIGHT_SHIFT)
    const wanted = v128.or(v128.andnot(trait, letters), v128.and(left, right))
    const mask = i16x8.bitmask(v128.or(repeatsAt(units + place), wanted))
    if (mask !== 0) marksEnd = putPlaces(marksEnd, at, length, mask)
    const lettersMask = i16x8.bitmask(letters)
    const edges = lettersMask ^ (((lettersMask << 1) | carried) & ALL_LANES)
    carried = lettersMask >>> (LANES - 1)
    if (edges !== 0) runsEnd = putPlaces(runsEnd, at, length + 1, edges)
  }
  store<u32>(MARK_COUNT, ((marksEnd - marks) >>> 2) as u32)
  store<u32>(RUN_COUNT, ((runsEnd - runs) >>> 3) as u32)
  store<u32>(HAS_LINES, v128.any_true(breaks) as u32)
}

/** Of eight units, told by their highest bit. */
function repeatsAt(place: usize): v128 {
  const unit = v128.load(place)
  const before = v128.load(place - 2)
  const second = v128.load(place - 4)
  const last = i16x8.splat(AFTER_SEPARATORS)
  const separators = v128.and(i16x8.lt_u(unit, last), i16x8.lt_u(second, last))
  const digits = areWithin(unit, FIRST_DIGIT, DIGITS)
  return v128.or(v128.andnot(i16x8.eq(unit, before), digits), separators)
}

function areWithin(units: v128, first: i16, count: i16): v128 {
  return i16x8.lt_u(i16x8.sub(units, i16x8.splat(first)), i16x8.splat(count))
}

/** Those of eight places whose bits are set, as far as the row goes. */
function putPlaces(begin: usize, at: u32, length: u32, places: i32): usize {
  let left = places as u32
  if (at + LANES > length) left &= (1 << (length - at)) - 1
  let end = begin
  while (left !== 0) {
    store<u32>(end, at + ctz(left))
    end += BYTES_PER_CELL
    left &= left - 1
  }
  return end
}

/** At each unit the sign of the one before and it; the first means nothing. */
function sign(traits: usize, signs: usize, length: u32): void {
  const mask = i16x8.splat(SOUND_MASK)
  const factor = i16x8.splat(SIGN_FACTOR)
  for (let at: usize = 0; at < (length as usize) << 1; at += 16) {
    const sound = v128.and(v128.load(traits + at), mask)
    const before = v128.and(v128.load(traits + at - 2), mask)
    v128.store(signs + at, i16x8.add(i16x8.mul(before, factor), sound))
  }
}

/** Every occurrence of any word of a pool: number, beginning and length by turns. */
function search(pool: usize, units: usize, length: u32, room: usize): u32 {
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
