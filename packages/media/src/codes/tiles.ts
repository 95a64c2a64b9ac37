/**
 * Overlapping parts of a picture, so that memory is bounded and small things are looked at closely.
 */

import type { Luma } from '../picture/luma.ts'

export interface Tile {
  /** Where the tile's top left corner lies. */
  readonly x: number
  readonly y: number
  readonly tile: Luma
}

/** A picture that is not larger than a tile is its only one. Whatever is smaller than `overlap` lies whole in one. */
export function cutTiles(luma: Luma, side: number, overlap: number): readonly Tile[] {
  const columns = startsOf(luma.width, side, overlap)
  const rows = startsOf(luma.height, side, overlap)
  return rows.flatMap((y) => columns.map((x) => ({ x, y, tile: cut(luma, x, y, side) })))
}

/** Evenly spread, so that the last tile is no sliver. */
function startsOf(length: number, side: number, overlap: number): number[] {
  if (length <= side) return [0]
  const steps = Math.ceil((length - side) / (side - overlap))
  return Array.from({ length: steps + 1 }, (_, step) =>
    Math.floor((step * (length - side)) / steps),
  )
}

function cut(luma: Luma, x: number, y: number, side: number): Luma {
  const width = Math.min(side, luma.width)
  const height = Math.min(side, luma.height)
  if (width === luma.width && height === luma.height) return luma
  const data = new Float32Array(width * height)
  for (let row = 0; row < height; row += 1) {
    const from = (y + row) * luma.width + x
    data.set(luma.data.subarray(from, from + width), row * width)
  }
  return { width, height, data }
}
