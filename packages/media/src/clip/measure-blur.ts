/**
 * How soft the sharpest edges of a frame are: the pixels over which they rise.
 *
 * 1 is an edge from one pixel to the next; a Gaussian of σ gives 2.5 σ; doubling the size of a
 * picture gives about 2. Looks along every second row for stretches that only rise or only fall,
 * takes contrast over steepest step, and gives the width that a quarter of them stay below: what is
 * out of focus on purpose does not count as long as something is in focus. Where there are few strong
 * edges weaker ones are taken as well. Null without enough of either, as on a plain wall. O(pixels).
 *
 * Source: edge width after Marziliano et al. 2002; numbers in docs/media/video.md.
 */

import type { GrayFrame } from './gray-frame.ts'

/** Weaker edges are mostly noise and compression, the second are taken when there are few of the first. */
const STRONG = 24
const WEAK = 12
const MIN_EDGES = 200
const QUANTILE = 0.25
/** Widths are counted in steps of a twentieth of a pixel. */
const STEPS = 20
const MAX_WIDTH = 50

export function measureBlur(frame: GrayFrame): number | null {
  const strong = emptyCounts()
  const weak = emptyCounts()
  for (let y = 1; y < frame.height; y += 2) {
    countRow(frame, y, (contrast, steepest) => {
      if (contrast < WEAK) return
      const bin = Math.min(MAX_WIDTH * STEPS, Math.round((contrast / steepest) * STEPS))
      weak[bin] = (weak[bin] ?? 0) + 1
      if (contrast >= STRONG) strong[bin] = (strong[bin] ?? 0) + 1
    })
  }
  return quantileOf(strong) ?? quantileOf(weak)
}

function emptyCounts(): Uint32Array {
  return new Uint32Array(MAX_WIDTH * STEPS + 1)
}

/** Stretches of the row that only rise or only fall. */
function countRow(
  { width, data }: GrayFrame,
  y: number,
  onEdge: (contrast: number, steepest: number) => void,
): void {
  const end = (y + 1) * width
  let x = y * width + 1
  while (x < end) {
    const direction = Math.sign(at(data, x) - at(data, x - 1))
    const start = x - 1
    let steepest = 0
    while (x < end) {
      const step = (at(data, x) - at(data, x - 1)) * direction
      if (step <= 0) break
      if (step > steepest) steepest = step
      x += 1
    }
    if (steepest > 0) onEdge(Math.abs(at(data, x - 1) - at(data, start)), steepest)
    else x += 1
  }
}

/** Null of too few. */
function quantileOf(counts: Uint32Array): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total < MIN_EDGES) return null
  let below = 0
  const bin = counts.findIndex((count) => {
    below += count
    return below >= total * QUANTILE
  })
  return bin / STEPS
}

function at(data: Uint8Array, index: number): number {
  return data[index] ?? 0
}
