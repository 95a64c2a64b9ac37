/**
 * Noise of a picture: standard deviation in brightness levels, 0 to 255; 0 for a drawn picture.
 *
 * A mask that answers neither to slopes nor to edges is laid over small blocks; the calmest tenth of
 * the blocks holds little but noise. Blocks that are quite black or quite white cannot show noise and
 * are left out. O(pixels).
 *
 * Source: Immerkær, “Fast Noise Variance Estimation”, CVIU 64 (1996).
 */

import type { Luma } from '../picture/luma.ts'

const BLOCK = 16
const CALM_SHARE = 0.1
const SHOWS_NOISE = { above: 6, below: 249 }

export function measureNoise(luma: Luma): number {
  const levels: number[] = []
  for (let y = 1; y + BLOCK < luma.height; y += BLOCK) {
    for (let x = 1; x + BLOCK < luma.width; x += BLOCK) {
      const level = noiseOfBlock(luma, x, y)
      if (level !== null) levels.push(level)
    }
  }
  const calmest = levels.toSorted((one, other) => one - other)
  return calmest[Math.floor(calmest.length * CALM_SHARE)] ?? 0
}

/** Null for a block that is black or white. */
function noiseOfBlock({ width, data }: Luma, left: number, top: number): number | null {
  let sum = 0
  let brightness = 0
  for (let y = top; y < top + BLOCK; y += 1) {
    for (let x = left; x < left + BLOCK; x += 1) {
      const at = y * width + x
      const corners =
        (data[at - width - 1] ?? 0) +
        (data[at - width + 1] ?? 0) +
        (data[at + width - 1] ?? 0) +
        (data[at + width + 1] ?? 0)
      const sides =
        (data[at - width] ?? 0) +
        (data[at - 1] ?? 0) +
        (data[at + 1] ?? 0) +
        (data[at + width] ?? 0)
      const here = data[at] ?? 0
      sum += Math.abs(corners - 2 * sides + 4 * here)
      brightness += here
    }
  }
  const mean = brightness / BLOCK ** 2
  if (mean < SHOWS_NOISE.above || mean > SHOWS_NOISE.below) return null
  return (Math.sqrt(Math.PI / 2) * sum) / (6 * BLOCK ** 2)
}
