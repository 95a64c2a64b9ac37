/**
 * A raster as the line finder wants it: sides that 32 divides, planes of blue, green, red, normalised.
 *
 * Large rasters are shrunk to 1.5 megapixels (averaging), small ones doubled: the finder wants
 * letters of 10 to 60 pixels. Pure.
 */

import type { Raster } from '../picture/decode.ts'

export interface DetectorInput {
  readonly values: Float32Array
  readonly width: number
  readonly height: number
  /** Pixels of the input per pixel of the raster. */
  readonly scaleX: number
  readonly scaleY: number
}

/** Means and spreads of ImageNet, as the model was trained, in the order it takes the planes. */
const MEAN = [0.485, 0.456, 0.406]
const SPREAD = [0.229, 0.224, 0.225]
const MAX_PIXELS = 1_500_000
/** Below this long side letters are often smaller than the finder sees. */
const SMALL = 640
const STRIDE = 32

export function toDetectorInput(raster: Raster): DetectorInput {
  const scale = scaleFor(raster)
  const width = snap(raster.width * scale)
  const height = snap(raster.height * scale)
  const values = new Float32Array(3 * width * height)
  const columns = spansOf(raster.width, width)
  const rows = spansOf(raster.height, height)
  for (let channel = 0; channel < 3; channel += 1) {
    const target = 2 - channel
    const plane = values.subarray(target * width * height, (target + 1) * width * height)
    fillPlane(raster, channel, plane, columns, rows)
    const factor = 1 / (255 * (SPREAD[target] ?? 1))
    const offset = (MEAN[target] ?? 0) / (SPREAD[target] ?? 1)
    for (let at = 0; at < plane.length; at += 1) plane[at] = (plane[at] ?? 0) * factor - offset
  }
  return { values, width, height, scaleX: width / raster.width, scaleY: height / raster.height }
}

function scaleFor({ width, height }: Raster): number {
  const long = Math.max(width, height)
  if (long < SMALL) return Math.min(2, SMALL / long)
  return Math.min(1, Math.sqrt(MAX_PIXELS / (width * height)))
}

function snap(side: number): number {
  return Math.max(STRIDE, Math.round(side / STRIDE) * STRIDE)
}

/** For each of `to` pixels the range of the `from` pixels that fall on it, at least the nearest one. */
function spansOf(from: number, to: number): Int32Array {
  const spans = new Int32Array(2 * to)
  for (let at = 0; at < to; at += 1) {
    const first = Math.min(from - 1, Math.floor((at * from) / to))
    spans[2 * at] = first
    spans[2 * at + 1] = Math.min(from, Math.max(first + 1, Math.floor(((at + 1) * from) / to)))
  }
  return spans
}

/** The mean of each pixel's range. */
function fillPlane(
  { data, width }: Raster,
  channel: number,
  plane: Float32Array,
  columns: Int32Array,
  rows: Int32Array,
): void {
  let target = 0
  for (let row = 0; row < rows.length; row += 2) {
    const top = rows[row] ?? 0
    const bottom = rows[row + 1] ?? 0
    for (let column = 0; column < columns.length; column += 2) {
      const left = columns[column] ?? 0
      const right = columns[column + 1] ?? 0
      let sum = 0
      for (let y = top; y < bottom; y += 1) {
        for (let x = left; x < right; x += 1) sum += data[(y * width + x) * 3 + channel] ?? 0
      }
      plane[target] = sum / ((right - left) * (bottom - top))
      target += 1
    }
  }
}
