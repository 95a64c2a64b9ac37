/**
 * A raster as models take it: resized, one plane of numbers for each colour.
 *
 * In: a raster; out: three planes, red first, row-major, 0 to 255. Shrinks by the mean of the pixels
 * that fall on a target pixel, enlarges by the nearest. O(pixels of the larger side). Pure.
 */

import type { Raster } from '../picture/decode.ts'

/** The part to take, in pixels of the raster; default all of it. */
export interface Part {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export function toPlanes(
  raster: Raster,
  width: number,
  height: number,
  part: Part = { x: 0, y: 0, width: raster.width, height: raster.height },
): Float32Array {
  const values = new Float32Array(3 * width * height)
  const columns = spansOf(part.x, part.width, width)
  const rows = spansOf(part.y, part.height, height)
  for (let channel = 0; channel < 3; channel += 1) {
    const plane = values.subarray(channel * width * height, (channel + 1) * width * height)
    fillPlane(raster, channel, plane, columns, rows)
  }
  return values
}

/** For each of `to` pixels the range of the `from` pixels that fall on it, at least the nearest one. */
function spansOf(start: number, from: number, to: number): Int32Array {
  const spans = new Int32Array(2 * to)
  for (let at = 0; at < to; at += 1) {
    const first = Math.min(from - 1, Math.floor((at * from) / to))
    const end = Math.min(from, Math.max(first + 1, Math.floor(((at + 1) * from) / to)))
    spans[2 * at] = start + first
    spans[2 * at + 1] = start + end
  }
  return spans
}

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
