/**
 * Large parts of the screen that alternate between lighter and darker.
 *
 * The screen is a grid of cells; a cell alternates when its luma goes up and down by a tenth of the
 * scale or more (WCAG 2.3.1 asks that of a flash). O(frames × cells).
 */

import type { SeenFlash } from '@fangxing/contract'

export interface LumaFrame {
  /** Milliseconds from the start of navigation. */
  readonly at: number
  /** One luma for each cell, 0 to 255. */
  readonly cells: Float32Array
}

const LEAST_CHANGE = 25
const LEAST_FREQUENCY = 1

/** At most one flash: the frequency that a quarter of the alternating cells reach, and their share. */
export function findFlashes(frames: readonly LumaFrame[]): readonly SeenFlash[] {
  const [first] = frames
  const last = frames.at(-1)
  if (first === undefined || last === undefined || last.at <= first.at) return []
  const seconds = (last.at - first.at) / 1000
  const frequencies = Array.from(first.cells, (_, cell) => countSwings(frames, cell) / 2 / seconds)
  const flashing = frequencies
    .filter((frequency) => frequency >= LEAST_FREQUENCY)
    .sort((one, other) => other - one)
  if (flashing.length === 0) return []
  const frequency = flashing[flashing.length >> 2] ?? 0
  const share = flashing.filter((one) => one >= frequency).length / frequencies.length
  return [{ at: first.at, frequency, share }]
}

/** How often the luma of a cell turns by `LEAST_CHANGE` or more. */
function countSwings(frames: readonly LumaFrame[], cell: number): number {
  let swings = 0
  let extreme = frames[0]?.cells[cell] ?? 0
  let direction = 0
  for (const { cells } of frames) {
    const luma = cells[cell] ?? 0
    const change = luma - extreme
    if (Math.abs(change) >= LEAST_CHANGE && Math.sign(change) !== direction) {
      swings += 1
      direction = Math.sign(change)
      extreme = luma
    } else if (Math.sign(change) === direction) {
      extreme = luma
    }
  }
  return swings
}
