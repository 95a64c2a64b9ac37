/** Reads a text into units and their near sounds, as `src/fold/fold.ts` and `src/classify/features.ts` do. */

import { READINGS, SOUNDS, SOURCE, UNITS } from './layout.ts'

const CLOSE: u32 = 1

/** How many units there are; -1 when a character needs a closer look than a table. */
export function readUnits(length: usize): i32 {
  let count: usize = 0
  const end = SOURCE + (length << 1)
  for (let at = SOURCE; at < end; at += 2) {
    const entry = load<u32>(READINGS + ((<usize>load<u16>(at)) << 2))
    const unit = entry & 0xffff
    if (unit === CLOSE) return -1
    // What is dropped is written too, and overwritten by the next.
    store<u32>(UNITS + (count << 2), unit)
    store<u32>(SOUNDS + (count << 2), entry >>> 16)
    count += (unit !== 0) as usize
  }
  return count as i32
}
