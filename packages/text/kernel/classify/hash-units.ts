/** Hashes a row of units into features, four units at once: the numbers of `src/classify/features.ts`. */

import { HASHES, SOUNDS, UNITS } from './layout.ts'

const EDGE: i32 = 1
const FIRST_DIGIT: i32 = 48
const DIGITS: i32 = 10
const SHIFT: i32 = 32 - 22

/** Four for each unit, side by side. */
export function hashUnits(count: usize): void {
  store<i32>(UNITS - 4, EDGE)
  store<i32>(UNITS - 8, EDGE)
  store<i32>(SOUNDS - 4, EDGE)
  const end = count << 2
  for (let at: usize = 0; at < end; at += 16) {
    const exact = v128.load(UNITS + at)
    const unit = withoutDigits(exact)
    const second = withoutDigits(v128.load(UNITS + at - 4))
    const third = withoutDigits(v128.load(UNITS + at - 8))
    const sounds = mix(v128.load(SOUNDS + at - 4), v128.load(SOUNDS + at))
    store4(
      HASHES + (at << 2),
      spread(unit, 0x9e3779b1),
      spread(mix(second, exact), 0x85ebca6b),
      spread(mix(mix(third, second), unit), 0xc2b2ae35),
      spread(sounds, 0x27d4eb2f),
    )
  }
}

/** One digit for all. */
function withoutDigits(units: v128): v128 {
  const nth = i32x4.sub(units, i32x4.splat(FIRST_DIGIT))
  return v128.bitselect(i32x4.splat(FIRST_DIGIT), units, i32x4.lt_u(nth, i32x4.splat(DIGITS)))
}

function mix(before: v128, next: v128): v128 {
  const sum = v128.xor(i32x4.mul(before, i32x4.splat(0x01000193)), next)
  return i32x4.mul(v128.xor(sum, i32x4.shr_u(sum, 15)), i32x4.splat(0x2c1b3c6d))
}

function spread(numbers: v128, factor: i32): v128 {
  return i32x4.shr_u(i32x4.mul(numbers, i32x4.splat(factor)), SHIFT)
}

/** Columns as rows: the first of each, then the second of each. */
function store4(at: usize, one: v128, two: v128, three: v128, four: v128): void {
  const low = i32x4.shuffle(one, two, 0, 4, 1, 5)
  const high = i32x4.shuffle(one, two, 2, 6, 3, 7)
  const otherLow = i32x4.shuffle(three, four, 0, 4, 1, 5)
  const otherHigh = i32x4.shuffle(three, four, 2, 6, 3, 7)
  v128.store(at, i64x2.shuffle(low, otherLow, 0, 2))
  v128.store(at + 16, i64x2.shuffle(low, otherLow, 1, 3))
  v128.store(at + 32, i64x2.shuffle(high, otherHigh, 0, 2))
  v128.store(at + 48, i64x2.shuffle(high, otherHigh, 1, 3))
}
