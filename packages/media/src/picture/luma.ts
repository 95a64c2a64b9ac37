/**
 * The brightness of a picture, one number a pixel, and smaller copies of it.
 *
 * Source: luma of ITU-R BT.601 (0.299 R + 0.587 G + 0.114 B), 0 to 255.
 */

import type { Raster } from './decode.ts'

/** Rows from the top, one number a pixel, 0 to 255. */
export interface Luma {
  readonly width: number
  readonly height: number
  readonly data: Float32Array
}

export function toLuma({ width, height, data }: Raster): Luma {
  const luma = new Float32Array(width * height)
  for (let pixel = 0, at = 0; pixel < luma.length; pixel += 1, at += 3) {
    luma[pixel] =
      0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0)
  }
  return { width, height, data: luma }
}

/** Each pixel becomes the mean of those that fall on it; a side that is small enough stays. O(pixels). */
export function shrinkLuma(luma: Luma, maxWidth: number, maxHeight: number): Luma {
  const width = Math.min(luma.width, maxWidth)
  const height = Math.min(luma.height, maxHeight)
  if (width === luma.width && height === luma.height) return luma
  const sums = new Float64Array(width * height)
  const counts = new Float64Array(width * height)
  const columns = Uint32Array.from({ length: luma.width }, (_, x) =>
    Math.floor((x * width) / luma.width),
  )
  for (let y = 0, at = 0; y < luma.height; y += 1) {
    const row = Math.floor((y * height) / luma.height) * width
    for (let x = 0; x < luma.width; x += 1, at += 1) {
      const cell = row + (columns[x] ?? 0)
      sums[cell] = (sums[cell] ?? 0) + (luma.data[at] ?? 0)
      counts[cell] = (counts[cell] ?? 0) + 1
    }
  }
  return { width, height, data: Float32Array.from(sums, (sum, cell) => sum / (counts[cell] ?? 1)) }
}
