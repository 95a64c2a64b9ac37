/**
 * Whether a frame is woven from two moments, as interlaced video is: moving edges have combs.
 *
 * Takes a frame and the one before it. Looks only where something moved, for rows that differ alike
 * from the rows above and below while those agree; the same count across columns says how much of
 * that is just fine texture. Null when too little moves to tell. What was woven and then made
 * smaller or larger no longer has combs of one row, and is not found. O(pixels).
 */

import type { GrayFrame } from './gray-frame.ts'

/** Levels by which a tooth of a comb differs from both its neighbours. */
const TOOTH = 16
/** Levels of change that count as movement. */
const MOVED = 12
/** Share of pixels that must move before anything is said. */
const MIN_MOVING = 0.002
/** Teeth a moving pixel, and how many times more of them upright than level. */
const MIN_TEETH = 0.06
const MIN_RATIO = 3

export function measureCombing(before: GrayFrame, frame: GrayFrame): boolean | null {
  const { width, height, data } = frame
  if (before.data.length !== data.length) return null
  let [moving, upright, level] = [0, 0, 0]
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const index = y * width + x
      if (Math.abs((data[index] ?? 0) - (before.data[index] ?? 0)) < MOVED) continue
      moving += 1
      if (isTooth(data, index, width)) upright += 1
      if (isTooth(data, index, 1)) level += 1
    }
  }
  if (moving < width * height * MIN_MOVING) return null
  return upright > moving * MIN_TEETH && upright > level * MIN_RATIO
}

function isTooth(data: Uint8Array, index: number, step: number): boolean {
  const own = data[index] ?? 0
  const one = own - (data[index - step] ?? 0)
  const other = own - (data[index + step] ?? 0)
  const isSharp = one > 0 === other > 0 && Math.abs(one) > TOOTH && Math.abs(other) > TOOTH
  return isSharp && Math.abs(one - other) < TOOTH
}
