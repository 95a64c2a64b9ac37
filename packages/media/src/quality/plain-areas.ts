/**
 * What of a picture is plain: the share of its commonest colour, and of its plain borders.
 *
 * Colours within a few levels count as one, so that compression and faint noise do not matter.
 */

import type { Raster } from '../picture/decode.ts'

/** First by sixteenths of each channel, then by distance to the mean of the fullest. */
const BINS = 16
const SAME_COLOUR = 14
/** Pixels of a border line that may differ, as a share: specks and compression. */
const MOST_STRAY = 0.02
/** Lines behind a border within which the picture has begun, and the share of them that it fills. */
const EDGE_LINES = 5
const LEAST_EDGE = 0.5

/** 0 to 1. A picture of one colour with faint noise is 1. */
export function measureDominantShare({ data }: Raster): number {
  const counts = new Uint32Array(BINS ** 3)
  for (let at = 0; at < data.length; at += 3) {
    const bin = binOf(data, at)
    counts[bin] = (counts[bin] ?? 0) + 1
  }
  const fullest = counts.indexOf(counts.reduce((most, count) => Math.max(most, count), 0))
  const mean = [0, 0, 0]
  for (let at = 0; at < data.length; at += 3) {
    if (binOf(data, at) !== fullest) continue
    for (let channel = 0; channel < 3; channel += 1) {
      mean[channel] = (mean[channel] ?? 0) + (data[at + channel] ?? 0) / (counts[fullest] ?? 1)
    }
  }
  let alike = 0
  for (let at = 0; at < data.length; at += 3) if (isNear(data, at, mean)) alike += 1
  return (alike * 3) / data.length
}

function binOf(data: Uint8Array, at: number): number {
  const [red, green, blue] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]
  return ((red >> 4) * BINS + (green >> 4)) * BINS + (blue >> 4)
}

function isNear(data: Uint8Array, at: number, colour: readonly number[]): boolean {
  return (
    Math.abs((data[at] ?? 0) - (colour[0] ?? 0)) <= SAME_COLOUR &&
    Math.abs((data[at + 1] ?? 0) - (colour[1] ?? 0)) <= SAME_COLOUR &&
    Math.abs((data[at + 2] ?? 0) - (colour[2] ?? 0)) <= SAME_COLOUR
  )
}

/**
 * 0 to 1: lines of one colour from each side inwards, ending where a picture begins along the whole
 * side. The ground that a thing or a text lies on is no border. Plain throughout is 1.
 */
export function measureBorderShare(raster: Raster): number {
  const { width, height } = raster
  const row = (y: number): Line => ({ start: y * width, step: 1, length: width })
  const column = (x: number): Line => ({ start: x, step: width, length: height })
  const top = countPlain(raster, height, row)
  if (top === height) return 1
  const bottom = countPlain(raster, height, (y) => row(height - 1 - y))
  const left = countPlain(raster, width, column)
  const right = countPlain(raster, width, (x) => column(width - 1 - x))
  return 1 - ((width - left - right) * (height - top - bottom)) / (width * height)
}

/** Pixels of one row or column. */
interface Line {
  readonly start: number
  readonly step: number
  readonly length: number
}

/** How many lines, from the first on, have the colour of the first; 0 where no picture begins behind. */
function countPlain({ data }: Raster, most: number, lineAt: (at: number) => Line): number {
  const first = lineAt(0).start * 3
  const colour = [data[first] ?? 0, data[first + 1] ?? 0, data[first + 2] ?? 0]
  const strayShare = (at: number): number => {
    const { start, step, length } = lineAt(at)
    let stray = 0
    for (let pixel = 0; pixel < length; pixel += 1) {
      if (!isNear(data, (start + pixel * step) * 3, colour)) stray += 1
    }
    return stray / length
  }
  let count = 0
  while (count < most && strayShare(count) <= MOST_STRAY) count += 1
  if (count === most) return count
  const behind = Array.from({ length: EDGE_LINES }, (_, at) =>
    strayShare(Math.min(most - 1, count + at)),
  )
  return Math.max(...behind) >= LEAST_EDGE ? count : 0
}
