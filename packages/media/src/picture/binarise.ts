/**
 * Dark and light pixels by what surrounds them, so that shade across a picture does not matter.
 *
 * A pixel is dark when it lies below the mean of a square around it by more than a margin, light when
 * above: a plain surface is neither. O(pixels) whatever the square's size, by sums of areas.
 */

import type { Luma } from './luma.ts'

/** Rows from the top; 1 is ink, 0 is paper. */
export interface Ink {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

/** `reach` is half the side of the square; `margin` is in brightness, 0 to 255. */
export function toInk(luma: Luma, reach: number, margin: number): { dark: Ink; light: Ink } {
  const { width, height, data } = luma
  const sums = areaSums(luma)
  const dark = new Uint8Array(width * height)
  const light = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1) {
    const above = Math.max(0, y - reach)
    const below = Math.min(height, y + reach + 1)
    const top = above * (width + 1)
    const bottom = below * (width + 1)
    for (let x = 0; x < width; x += 1) {
      const left = x < reach ? 0 : x - reach
      const right = x + reach + 1 > width ? width : x + reach + 1
      const sum =
        (sums[bottom + right] ?? 0) -
        (sums[bottom + left] ?? 0) -
        (sums[top + right] ?? 0) +
        (sums[top + left] ?? 0)
      const at = y * width + x
      const over = (data[at] ?? 0) - sum / ((below - above) * (right - left))
      if (over < -margin) dark[at] = 1
      else if (over > margin) light[at] = 1
    }
  }
  return { dark: { width, height, data: dark }, light: { width, height, data: light } }
}

/** At (y, x) the sum of all pixels above y and left of x; one row and column more than the picture. */
function areaSums({ width, height, data }: Luma): Float64Array {
  const sums = new Float64Array((width + 1) * (height + 1))
  for (let y = 0, at = 0; y < height; y += 1) {
    const row = (y + 1) * (width + 1) + 1
    let sum = 0
    for (let x = 0; x < width; x += 1, at += 1) {
      sum += data[at] ?? 0
      sums[row + x] = (sums[row + x - width - 1] ?? 0) + sum
    }
  }
  return sums
}
