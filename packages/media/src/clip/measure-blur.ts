/**
 * How soft the sharpest edges of a frame are: the pixels over which they rise.
 *
 * 1 is an edge from one pixel to the next; a Gaussian of σ gives 2.5 σ; doubling the size of a
 * picture gives about 2. Looks along every second row for stretches that only rise or only fall,
 * takes contrast over steepest step, and gives the width that a quarter of them stay below: what is
 * out of focus on purpose does not count as long as something is in focus. Null without enough
 * edges, as in a plain wall or mist. O(pixels).
 *
 * Source: edge width after Marziliano et al. 2002; numbers in docs/media/video.md.
 */

import type { GrayFrame } from './gray-frame.ts'

/** Weaker edges are mostly noise and compression. */
const MIN_CONTRAST = 24
const MIN_EDGES = 200
const QUANTILE = 0.25
/** Widths are counted in steps of a twentieth of a pixel. */
const STEPS = 20
const MAX_WIDTH = 50

export function measureBlur({ width, height, data }: GrayFrame): number | null {
  const counts = new Uint32Array(MAX_WIDTH * STEPS + 1)
  let edges = 0
  for (let y = 1; y < height; y += 2) {
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
      if (x === start + 1) {
        x += 1
        continue
      }
      const contrast = Math.abs(at(data, x - 1) - at(data, start))
      if (contrast < MIN_CONTRAST) continue
      const bin = Math.min(MAX_WIDTH * STEPS, Math.round((contrast / steepest) * STEPS))
      counts[bin] = (counts[bin] ?? 0) + 1
      edges += 1
    }
  }
  return edges < MIN_EDGES ? null : quantileOf(counts, edges)
}

function quantileOf(counts: Uint32Array, total: number): number {
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
