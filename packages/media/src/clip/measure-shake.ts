/**
 * How much a hand-held camera trembles: the jitter of the picture as a whole, in percent of its width.
 *
 * Takes consecutive frames of one stretch, small ones (160 pixels wide). Each is laid over the one
 * before by its sums of columns and of rows, to a fraction of a pixel. A pan moves evenly and is no
 * shake: what counts is how the movement changes from frame to frame, as a root mean square. Steps
 * over a cut match nothing and are left out. Null when too few frames move together. O(pixels).
 *
 * Source: grey projection (Ratakonda 1998); numbers in docs/media/video.md.
 */

import type { GrayFrame } from './gray-frame.ts'

/** Largest shift looked for, as a share of the side. */
const REACH = 0.12
/** Mean difference of levels above which two frames are not the same scene moved. */
const MAX_RESIDUE = 6
const MIN_STEPS = 8

export function measureShake(frames: readonly GrayFrame[]): number | null {
  const profiles = frames.map(toProfiles)
  const width = frames[0]?.width ?? 1
  const moves = profiles.slice(1).map((profile, index) => {
    const before = profiles[index]
    if (!before) return null
    const x = shiftBetween(before.columns, profile.columns)
    const y = shiftBetween(before.rows, profile.rows)
    return x === null || y === null ? null : { x, y }
  })
  const changes = moves.flatMap((move, index) => {
    const before = moves[index - 1]
    return move && before ? [(move.x - before.x) ** 2 + (move.y - before.y) ** 2] : []
  })
  if (changes.length < MIN_STEPS) return null
  const mean = changes.reduce((sum, change) => sum + change, 0) / changes.length
  // The second difference of independent jitters has six times the variance of one of them.
  return (100 * Math.sqrt(mean / 6)) / width
}

interface Profiles {
  readonly columns: Float64Array
  readonly rows: Float64Array
}

/** Mean of each column and of each row, less the mean of the frame. */
function toProfiles({ width, height, data }: GrayFrame): Profiles {
  const columns = new Float64Array(width)
  const rows = new Float64Array(height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const value = data[y * width + x] ?? 0
      columns[x] = (columns[x] ?? 0) + value / height
      rows[y] = (rows[y] ?? 0) + value / width
    }
  }
  return { columns: centred(columns), rows: centred(rows) }
}

function centred(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.map((value) => value - mean)
}

/** By how much `after` has moved against `before`; null when no shift makes them alike. */
function shiftBetween(before: Float64Array, after: Float64Array): number | null {
  const reach = Math.round(before.length * REACH)
  const residues = Array.from({ length: 2 * reach + 1 }, (_, index) =>
    residueAt(before, after, index - reach),
  )
  const least = Math.min(...residues)
  if (least > MAX_RESIDUE ** 2) return null
  const best = residues.indexOf(least)
  const [left, right] = [residues[best - 1], residues[best + 1]]
  if (left === undefined || right === undefined) return best - reach
  // The lowest point of the parabola through the three.
  const bend = left - 2 * least + right
  return best - reach + (bend > 0 ? (left - right) / (2 * bend) : 0)
}

/** Mean square difference where they overlap. */
function residueAt(before: Float64Array, after: Float64Array, shift: number): number {
  const from = Math.max(0, shift)
  const to = Math.min(before.length, before.length + shift)
  let sum = 0
  for (let index = from; index < to; index += 1) {
    sum += ((after[index] ?? 0) - (before[index - shift] ?? 0)) ** 2
  }
  return sum / (to - from)
}
