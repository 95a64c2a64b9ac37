/**
 * Adds up rows of a table of weights: sixteen signed bytes each, chosen by number.
 *
 * A row is one load and two additions, so that many rows are on their way from memory at once.
 */

import { ROWS, SUMS, WEIGHTS } from './layout.ts'

/** So many signed bytes add up in sixteen bits. */
const MOST_AT_ONCE: usize = 256
const NUMBER_BYTES: usize = 4
const ROW_BITS: usize = 4

/** Of the first `count` rows that are wanted: sixteen sums of 32 bits each. */
export function sumRows(count: usize): void {
  let first = i32x4.splat(0)
  let second = i32x4.splat(0)
  let third = i32x4.splat(0)
  let fourth = i32x4.splat(0)
  let at = ROWS
  const end = ROWS + count * NUMBER_BYTES
  while (at < end) {
    const stop = min(end, at + MOST_AT_ONCE * NUMBER_BYTES)
    let low = i16x8.splat(0)
    let high = i16x8.splat(0)
    while (at < stop) {
      const row = v128.load(WEIGHTS + ((<usize>load<u32>(at)) << ROW_BITS))
      low = i16x8.add(low, i16x8.extend_low_i8x16_s(row))
      high = i16x8.add(high, i16x8.extend_high_i8x16_s(row))
      at += NUMBER_BYTES
    }
    first = i32x4.add(first, i32x4.extend_low_i16x8_s(low))
    second = i32x4.add(second, i32x4.extend_high_i16x8_s(low))
    third = i32x4.add(third, i32x4.extend_low_i16x8_s(high))
    fourth = i32x4.add(fourth, i32x4.extend_high_i16x8_s(high))
  }
  v128.store(SUMS, first)
  v128.store(SUMS + 16, second)
  v128.store(SUMS + 32, third)
  v128.store(SUMS + 48, fourth)
}
