/**
 * Where a row might be read in another way, and how its sounds go together, eight units at a time: what
 * `src/match/row-scan.ts` says.
 */

import { BYTES_PER_CELL, HAS_LINES, MARK_COUNT, MARKS, RUN_COUNT, RUNS } from './cells.ts'

export const AFTER_SEPARATORS: i16 = 11
export const FIRST_DIGIT: i16 = 48
export const DIGITS: i16 = 10
export const FIRST_LETTER: i16 = 97
export const LETTERS: i16 = 26
const LINE_BREAK: i16 = 10
const SIGN_FACTOR: i16 = 337
const SOUND_MASK: i16 = 0x1fff
/** By so much a trait is shifted for the sign of a left half, of a right half, to be its highest bit. */
const LEFT_SHIFT: i32 = 1
const RIGHT_SHIFT: i32 = 2
const LANES: u32 = 8
const ALL_LANES: i32 = 0xff

/** Where a separator has another two units before it, or a unit that is no digit follows its like. */
export function markPlain(units: usize, length: u32): u32 {
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
export function markAll(units: usize, traits: usize, length: u32): void {
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
export function sign(traits: usize, signs: usize, length: u32): void {
  const mask = i16x8.splat(SOUND_MASK)
  const factor = i16x8.splat(SIGN_FACTOR)
  for (let at: usize = 0; at < (length as usize) << 1; at += 16) {
    const sound = v128.and(v128.load(traits + at), mask)
    const before = v128.and(v128.load(traits + at - 2), mask)
    v128.store(signs + at, i16x8.add(i16x8.mul(before, factor), sound))
  }
}
