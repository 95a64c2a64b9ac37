/** Whether three units in a row are in some word: what `src/match/triple-set.ts` answers. */

import { HAS_SINGLES, TRIPLE_BITS, TRIPLE_SHIFT } from './cells.ts'
import { NEXT_FACTOR, PAIR_FACTOR } from './find-words.ts'

const MASK_FACTOR: u32 = 0xcc9e2d51
export const EDGE: u32 = 0

export function mayHave(set: usize, first: u32, second: u32, third: u32): bool {
  const hash = (((first | (second << 16)) * PAIR_FACTOR) ^ third) * NEXT_FACTOR
  const mixed = (hash ^ (hash >>> 15)) * MASK_FACTOR
  const mask = (1 << (mixed >>> 27)) | (1 << ((mixed >>> 22) & 31)) | (1 << ((mixed >>> 17) & 31))
  const bits = load<u32>(set, TRIPLE_BITS) as usize
  const place = (hash >>> load<u32>(set, TRIPLE_SHIFT)) as usize
  return (load<u32>(bits + (place << 2)) & mask) === mask
}

/** Whether the middle unit can be part of a word where the other two stand beside it. */
export function mayHold(set: usize, before: u32, unit: u32, after: u32): bool {
  return (
    mayHave(set, before, unit, after) ||
    mayHave(set, EDGE, unit, after) ||
    mayHave(set, before, unit, EDGE) ||
    (load<u32>(set, HAS_SINGLES) !== 0 && mayHave(set, EDGE, unit, EDGE))
  )
}
