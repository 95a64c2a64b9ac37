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

/**
 * Each pixel becomes the mean of the area it covers, shares of pixels included, so that the same
 * picture at two sizes becomes nearly the same; a side that is small enough stays. O(pixels).
 */
export function shrinkLuma(luma: Luma, maxWidth: number, maxHeight: number): Luma {
  const width = Math.min(luma.width, Math.floor(maxWidth))
  const height = Math.min(luma.height, Math.floor(maxHeight))
  const narrow = width === luma.width ? luma : shrinkRows(luma, width)
  return height === luma.height ? narrow : turnLuma(shrinkRows(turnLuma(narrow), height))
}

/** Sums up to each pixel, read between pixels too: the difference of two is an area. */
function shrinkRows({ width, height, data }: Luma, wanted: number): Luma {
  const shrunk = new Float32Array(wanted * height)
  const sums = new Float64Array(width + 1)
  const step = width / wanted
  for (let y = 0; y < height; y += 1) {
    let sum = 0
    for (let x = 0; x < width; x += 1) {
      sum += data[y * width + x] ?? 0
      sums[x + 1] = sum
    }
    let before = 0
    for (let x = 0; x < wanted; x += 1) {
      const end = Math.min(width, (x + 1) * step)
      const whole = Math.floor(end)
      const part = whole < width ? (end - whole) * (data[y * width + whole] ?? 0) : 0
      const upTo = (sums[whole] ?? 0) + part
      shrunk[y * wanted + x] = (upTo - before) / step
      before = upTo
    }
  }
  return { width: wanted, height, data: shrunk }
}

/** Columns become rows, so that one direction of code serves both. */
export function turnLuma({ width, height, data }: Luma): Luma {
  const turned = new Float32Array(data.length)
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 1) turned[x * height + y] = data[at] ?? 0
  }
  return { width: height, height: width, data: turned }
}
