/** Lists each feature of a text once, in the order in which they come, as `src/classify/features.ts` does. */

import { FEATURES, HASHES, SEEN, SEEN_BITS } from './layout.ts'

const FEATURE_BITS: u32 = 22
const LEAST_BITS: u32 = 9
const PLACES_PER_UNIT: u32 = 16

/** Before each feature of this text: what is left of others is less, and free. */
let stamp: u32 = 0

/** Of so many units; how many features there are. */
export function listFeatures(units: u32): u32 {
  const mask = placesFor(units) - 1
  const mine = nextStamp()
  let next = FEATURES
  const end = HASHES + ((<usize>units) << 4)
  for (let from = HASHES; from < end; from += 4) {
    const feature = load<u32>(from)
    const mark = mine | feature
    let at = feature & mask
    let met = load<u32>(SEEN + ((<usize>at) << 2))
    while (met >= mine && met !== mark) {
      at = (at + 1) & mask
      met = load<u32>(SEEN + ((<usize>at) << 2))
    }
    store<u32>(SEEN + ((<usize>at) << 2), mark)
    // One that was there before is written too, and overwritten by the next.
    store<u32>(next, feature)
    next += ((met !== mark) as usize) << 2
  }
  return ((next - FEATURES) >>> 2) as u32
}

/** Few for a short text: they stay in the nearest cache. */
function placesFor(units: u32): u32 {
  let bits = LEAST_BITS
  while (bits < SEEN_BITS && (<u32>1) << bits < units * PLACES_PER_UNIT) bits += 1
  return (<u32>1) << bits
}

function nextStamp(): u32 {
  stamp += (<u32>1) << FEATURE_BITS
  if (stamp === 0) {
    memory.fill(SEEN, 0, (<usize>4) << SEEN_BITS)
    stamp = (<u32>1) << FEATURE_BITS
  }
  return stamp
}
