/**
 * Brightness, contrast and clipping of a picture, from the counts of its brightness levels.
 *
 * Source: luma of ITU-R BT.601; contrast as the spread from the 5th to the 95th percentile.
 */

import type { Luma } from '../picture/luma.ts'

export interface Light {
  /** Mean, 0 to 255. */
  readonly brightness: number
  /** 95th percentile less the 5th, 0 to 255. */
  readonly contrast: number
  /** Highest less lowest level but for one in a thousand at each end, 0 to 255. */
  readonly range: number
  /** Share of pixels that are quite black or quite white, 0 to 1. */
  readonly clipped: number
}

/** A compressed black or white is off by a level or two. */
const BLACK = 2
const WHITE = 253

export function measureLight({ data }: Luma): Light {
  const counts = new Uint32Array(256)
  let sum = 0
  for (const value of data) {
    const level = Math.round(value)
    counts[level] = (counts[level] ?? 0) + 1
    sum += value
  }
  const levelAt = (share: number): number => levelBelow(counts, share * data.length)
  const atEnds = counts.reduce(
    (clipped, count, level) => (level <= BLACK || level >= WHITE ? clipped + count : clipped),
    0,
  )
  return {
    brightness: sum / data.length,
    contrast: levelAt(0.95) - levelAt(0.05),
    range: levelAt(0.999) - levelAt(0.001),
    clipped: atEnds / data.length,
  }
}

/** The level that `count` pixels lie below or on. */
function levelBelow(counts: Uint32Array, count: number): number {
  let below = 0
  for (let level = 0; level < 255; level += 1) {
    below += counts[level] ?? 0
    if (below > count) return level
  }
  return 255
}
