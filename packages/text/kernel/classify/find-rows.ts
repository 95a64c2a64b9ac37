/** Finds which features of a text are kept, and the numbers of their rows of weights. */

import { FEATURES, KEPT, ROWS } from './layout.ts'

/** Of the first `count` features; how many are kept. */
export function findRows(count: usize): usize {
  const end = FEATURES + (count << 2)
  touch(end)
  let next = ROWS
  for (let at = FEATURES; at < end; at += 4) {
    const feature = load<u32>(at)
    const pair = pairOf(feature)
    const bits = load<u32>(pair)
    const bit = feature & 31
    // What is not kept is written too, and overwritten by the next.
    store<u32>(next, load<u32>(pair, 4) + popcnt<u32>(bits & (((<u32>1) << bit) - 1)))
    next += ((bits >>> bit) & 1) << 2
  }
  return (next - ROWS) >>> 2
}

/**
 * Reads all pairs and does nothing with them: with nothing else to do, as many as the machine can are on
 * their way from memory at once, and waiting for them is most of what classifying costs.
 */
function touch(end: usize): void {
  let all: u32 = 0
  for (let at = FEATURES; at < end; at += 4) all |= load<u32>(pairOf(load<u32>(at)))
  // So that nobody takes it for useless.
  store<u32>(ROWS, all)
}

function pairOf(feature: u32): usize {
  return KEPT + ((<usize>(feature >>> 5)) << 3)
}
