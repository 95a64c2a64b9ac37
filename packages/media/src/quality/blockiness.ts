/**
 * How much the 8 by 8 blocks of a lossy codec show: percent of the block edges that can be seen.
 *
 * A block edge shows where the step across it is larger than three levels and than the steps beside
 * it. Counted for each of the eight positions that block edges may have, among the places where
 * anything varies; the share at the best position less that at the middle one, rows and columns
 * together. 0 for a picture without blocks, wherever they begin; a scaled picture has lost them.
 * O(pixels).
 *
 * Source: the step against its neighbourhood as in Wang, Bovik and Evans, “Blind measurement of
 * blocking artifacts in images”, ICIP 2000, counted where it is visible.
 */

import type { Luma } from '../picture/luma.ts'

const BLOCK = 8
/** A smaller step is not seen, in brightness levels. */
const LEAST_STEP = 3
/** Steps across and beside together: less is a plain surface, where nothing could show. */
const LEAST_ACTIVITY = 4
/** Fewer busy places than this tell little. */
const LEAST_BUSY = 200
/** The step over the mean of those inside the blocks on both sides. */
const LEAST_RATIO = 2.5

export function measureBlockiness(luma: Luma): number {
  const { width, height, data } = luma
  const across = startCounts()
  const down = startCounts()
  for (let y = 0; y < height; y += 1) countSteps(data, y * width, 1, width, across)
  for (let x = 0; x < width; x += 1) countSteps(data, x, width, height, down)
  return 50 * (excessOf(across) + excessOf(down))
}

interface Counts {
  /** Places where anything varies, and those of them where a step shows, by position among eight. */
  readonly busy: Float64Array
  readonly shown: Float64Array
}

function startCounts(): Counts {
  return { busy: new Float64Array(BLOCK), shown: new Float64Array(BLOCK) }
}

/** Counts the visible steps of one line by their position among eight. */
function countSteps(
  data: Float32Array,
  start: number,
  step: number,
  length: number,
  { busy, shown }: Counts,
): void {
  for (let at = 4; at + 3 < length; at += 1) {
    const here = start + at * step
    const across = Math.abs((data[here] ?? 0) - (data[here - step] ?? 0))
    let inside = 0
    for (let off = 1; off <= 3; off += 1) {
      const behind = here - (off + 1) * step
      const ahead = here + (off - 1) * step
      inside += Math.abs((data[behind + step] ?? 0) - (data[behind] ?? 0))
      inside += Math.abs((data[ahead + step] ?? 0) - (data[ahead] ?? 0))
    }
    if (across + inside < LEAST_ACTIVITY) continue
    const position = at % BLOCK
    busy[position] = (busy[position] ?? 0) + 1
    if (across > LEAST_STEP && across * 6 >= LEAST_RATIO * inside) {
      shown[position] = (shown[position] ?? 0) + 1
    }
  }
}

function excessOf({ busy, shown }: Counts): number {
  const shares = shown.map((count, position) => count / Math.max(LEAST_BUSY, busy[position] ?? 0))
  const sorted = shares.toSorted()
  return (sorted[BLOCK - 1] ?? 0) - (sorted[BLOCK / 2] ?? 0)
}
