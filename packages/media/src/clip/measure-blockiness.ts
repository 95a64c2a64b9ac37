/**
 * How much of the 8 × 8 grid of a codec can be seen in a frame, 0 to 1.
 *
 * Looks at pieces of line, 8 pixels long, between neighbouring columns and rows; a piece stands out
 * when the step across it is larger than all the change on either side of it. The share of pieces
 * that stand out is taken for each of the 8 phases: at the phase of the grid, less what the other
 * phases reach, is how much of the grid shows. Both directions have it when a codec made it, so
 * their geometric mean is given: bars and ruled paper have it in one. Codecs that smooth their own
 * grid (H.264, H.265) leave little of it. O(pixels).
 *
 * Source: the comparison of phases after Muijs and Kirenko 2005; numbers in docs/media/video.md.
 */

import type { GrayFrame } from './gray-frame.ts'

const GRID = 8
/** Mean step across a piece: below the first nobody sees it, above the second it is the picture's. */
const MIN_STEP = 2
const MAX_STEP = 60

export function measureBlockiness({ width, height, data }: GrayFrame): number {
  const columns = excessOf(data, { across: width, stepAcross: 1, along: height, stepAlong: width })
  const rows = excessOf(data, { across: height, stepAcross: width, along: width, stepAlong: 1 })
  return Math.sqrt(columns * rows)
}

interface Direction {
  /** Pixels, and the distance of neighbours in `data`. */
  readonly across: number
  readonly stepAcross: number
  readonly along: number
  readonly stepAlong: number
}

/** Share of standing pieces at the best phase, less that at the third of the others. */
function excessOf(data: Uint8Array, direction: Direction): number {
  const { across, along } = direction
  const standing = new Float64Array(GRID)
  const looked = new Float64Array(GRID)
  for (let x = 3; x < across - 3; x += 1) {
    const phase = x % GRID
    for (let y = 0; y + GRID <= along; y += GRID) {
      looked[phase] = (looked[phase] ?? 0) + 1
      if (standsOut(data, x, y, direction)) standing[phase] = (standing[phase] ?? 0) + 1
    }
  }
  const shares = Array.from(standing, (count, phase) => count / Math.max(1, looked[phase] ?? 0))
  const [best = 0, , third = 0] = shares.toSorted((one, other) => other - one)
  return best - third
}

/** The piece between `x - 1` and `x`, from `y` on. */
function standsOut(data: Uint8Array, x: number, y: number, direction: Direction): boolean {
  const { stepAcross, stepAlong } = direction
  let [step, signed, before, after] = [0, 0, 0, 0]
  for (let offset = 0; offset < GRID; offset += 1) {
    const index = (y + offset) * stepAlong + x * stepAcross
    const left = data[index - stepAcross] ?? 0
    const right = data[index] ?? 0
    const nearLeft = data[index - 2 * stepAcross] ?? 0
    const nearRight = data[index + stepAcross] ?? 0
    step += Math.abs(right - left)
    signed += right - left
    before += Math.abs(left - nearLeft) + Math.abs(nearLeft - (data[index - 3 * stepAcross] ?? 0))
    after += Math.abs(nearRight - right) + Math.abs((data[index + 2 * stepAcross] ?? 0) - nearRight)
  }
  const isVisible = Math.abs(signed) >= GRID * MIN_STEP && step <= GRID * MAX_STEP
  return isVisible && step >= before && step >= after
}
