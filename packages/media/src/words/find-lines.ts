/**
 * From a map of how likely each pixel belongs to a line of words, to the lines as rectangles.
 *
 * Takes the map of a detector of the DB family, row-major, 0 to 1; gives upright or turned
 * rectangles in pixels of the map, widened to the full height of the letters. One pass over the
 * pixels and one convex hull a line. Pure.
 *
 * Source: Liao et al., Real-time Scene Text Detection with Differentiable Binarization, 2020, for
 * the map and for widening by area × ratio ÷ perimeter; the thresholds are those of PP-OCRv4.
 */

import { hullOf, type Point, smallestRectangle, type TurnedBox } from './turned-box.ts'

export interface Line {
  readonly box: TurnedBox
  /** Mean of the map inside, 0 to 1. */
  readonly score: number
}

const PIXEL_THRESHOLD = 0.3
const LINE_THRESHOLD = 0.6
/** The detector is trained on letters shrunk to their core; this gives back what was taken off. */
const WIDENING = 1.5
/** Smaller spots are noise of the map. */
const MIN_SIDE = 3
/** A page of small print has some 200 lines: beyond this a picture is built to cost time. */
const MAX_LINES = 400

export function findLines(map: Float32Array, width: number, height: number): readonly Line[] {
  const taken = new Uint8Array(width * height)
  const lines: Line[] = []
  for (let start = 0; start < map.length && lines.length < MAX_LINES; start += 1) {
    if (taken[start] !== 0 || (map[start] ?? 0) <= PIXEL_THRESHOLD) continue
    const line = lineFrom(spotAt(map, taken, width, height, start))
    if (line) lines.push(line)
  }
  return lines
}

interface Spot {
  /** First and last pixel of each row, enough for the hull. */
  readonly rim: readonly Point[]
  readonly score: number
}

/** All pixels over the threshold that touch `start`, diagonals included; marks them as taken. */
function spotAt(
  map: Float32Array,
  taken: Uint8Array,
  width: number,
  height: number,
  start: number,
): Spot {
  const rows = new Map<number, { first: number; last: number }>()
  const stack = [start]
  let sum = 0
  let count = 0
  taken[start] = 1
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const x = at % width
    const y = (at - x) / width
    sum += map[at] ?? 0
    count += 1
    widen(rows, x, y)
    for (let beside = Math.max(0, y - 1); beside <= Math.min(height - 1, y + 1); beside += 1) {
      for (let across = Math.max(0, x - 1); across <= Math.min(width - 1, x + 1); across += 1) {
        const next = beside * width + across
        if (taken[next] !== 0 || (map[next] ?? 0) <= PIXEL_THRESHOLD) continue
        taken[next] = 1
        stack.push(next)
      }
    }
  }
  return { rim: rimOf(rows), score: sum / count }
}

function widen(rows: Map<number, { first: number; last: number }>, x: number, y: number): void {
  const row = rows.get(y)
  if (!row) rows.set(y, { first: x, last: x })
  else if (x < row.first) row.first = x
  else if (x > row.last) row.last = x
}

/** Corners of the outer pixels, so that a spot one pixel high has a height of one. */
function rimOf(rows: ReadonlyMap<number, { first: number; last: number }>): readonly Point[] {
  return [...rows].flatMap(([y, { first, last }]) => [
    { x: first, y },
    { x: first, y: y + 1 },
    { x: last + 1, y },
    { x: last + 1, y: y + 1 },
  ])
}

function lineFrom({ rim, score }: Spot): Line | null {
  if (score < LINE_THRESHOLD) return null
  const core = smallestRectangle(hullOf(rim))
  if (Math.min(core.width, core.height) < MIN_SIDE) return null
  const margin = (core.width * core.height * WIDENING) / (2 * (core.width + core.height))
  const box = { ...core, width: core.width + 2 * margin, height: core.height + 2 * margin }
  return { box, score }
}
