/**
 * Sharper copies, so that small and blurred codes can be read.
 *
 * Each pixel is pushed away from the mean of its neighbours, then the rows and columns are doubled by
 * cubic interpolation. O(pixels), holds three copies. The gain was chosen on the grid of
 * `bench/media`: below 4 blur is left, above 7 noise is read as modules.
 */

import { type Luma, shrinkLuma, turnLuma } from '../picture/luma.ts'

const GAIN = 5
/** Binomial of five, sigma 1 pixel, from outside to the middle. */
const NEIGHBOURS = [1 / 16, 4 / 16, 6 / 16] as const
/** Catmull-Rom at a quarter of a pixel. */
const QUARTER = [-0.0703125, 0.8671875, 0.2265625, -0.0234375] as const

export function enlargeSharply(luma: Luma): Luma {
  return doubleRows(turnLuma(doubleRows(turnLuma(sharpen(luma)))))
}

/** About the same size, sharpened twice at half of it: for large codes with a blur of a module's width. */
export function sharpenCoarsely(luma: Luma): Luma {
  const [width, height] = [Math.ceil(luma.width / 2), Math.ceil(luma.height / 2)]
  const once = enlargeSharply(shrinkLuma(luma, width, height))
  return enlargeSharply(shrinkLuma(once, width, height))
}

function sharpen(luma: Luma): Luma {
  const means = turnLuma(blurRows(turnLuma(blurRows(luma))))
  const data = luma.data.map((value, at) => clamp(value + GAIN * (value - (means.data[at] ?? 0))))
  return { ...luma, data }
}

function blurRows({ width, height, data }: Luma): Luma {
  const [far, near, own] = NEIGHBOURS
  const blurred = new Float32Array(data.length)
  for (let y = 0; y < height; y += 1) {
    const row = y * width
    const last = row + width - 1
    for (let at = row; at <= last; at += 1) {
      const left = at > row ? at - 1 : row
      const right = at < last ? at + 1 : last
      const outer =
        (data[left > row ? left - 1 : row] ?? 0) + (data[right < last ? right + 1 : last] ?? 0)
      const inner = (data[left] ?? 0) + (data[right] ?? 0)
      blurred[at] = far * outer + near * inner + own * (data[at] ?? 0)
    }
  }
  return { width, height, data: blurred }
}

function doubleRows({ width, height, data }: Luma): Luma {
  const [before, own, next, beyond] = QUARTER
  const doubled = new Float32Array(data.length * 2)
  for (let y = 0, to = 0; y < height; y += 1) {
    const row = y * width
    for (let x = 0; x < width; x += 1, to += 2) {
      const here = data[row + x] ?? 0
      const left = data[row + Math.max(0, x - 1)] ?? 0
      const right = data[row + Math.min(width - 1, x + 1)] ?? 0
      const farLeft = data[row + Math.max(0, x - 2)] ?? 0
      const farRight = data[row + Math.min(width - 1, x + 2)] ?? 0
      doubled[to] = clamp(beyond * farLeft + next * left + own * here + before * right)
      doubled[to + 1] = clamp(before * left + own * here + next * right + beyond * farRight)
    }
  }
  return { width: width * 2, height, data: doubled }
}

function clamp(value: number): number {
  return value < 0 ? 0 : value > 255 ? 255 : value
}
