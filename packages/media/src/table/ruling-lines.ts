/**
 * Straight lines along the rows and columns of a picture: thin, long, darker or lighter than both sides.
 *
 * A line may have small gaps and a pixel or two of slant for each hundred. Broad bars are no lines.
 * O(pixels).
 */

import type { Luma } from '../picture/luma.ts'

/** For a horizontal line `at` is y and the rest x; for a vertical one the other way round. */
export interface RulingLine {
  readonly at: number
  readonly from: number
  /** Exclusive. */
  readonly to: number
}

export interface RulingLines {
  readonly horizontal: readonly RulingLine[]
  readonly vertical: readonly RulingLine[]
}

/** Where another line crosses there is a gap as wide as that line; letters and compression make small ones. */
const MOST_GAP = 7
/** Of a line that is drawn through; a row of letters is half gaps. */
const LEAST_DRAWN = 0.85
/** Both sides are looked at so far from the line; what is thicker is a bar. */
const SIDE = 7
/** Brightness levels between a line and each of its sides. */
const MARGIN = 8

export type Tone = 'dark' | 'light'

export function findRulingLines(luma: Luma, leastLength: number, tone: Tone): RulingLines {
  const { width, height } = luma
  const rows = { lines: height, length: width, stride: width, step: 1 }
  const columns = { lines: width, length: height, stride: 1, step: width }
  return {
    horizontal: mergeRuns(luma, rows, leastLength, tone),
    vertical: mergeRuns(luma, columns, leastLength, tone),
  }
}

interface Direction {
  readonly lines: number
  readonly length: number
  /** From one line to the next, and from one pixel of a line to the next. */
  readonly stride: number
  readonly step: number
}

interface Growing {
  first: number
  last: number
  from: number
  to: number
}

/** Runs on neighbouring lines that lie side by side are one ruling line. */
function mergeRuns(
  luma: Luma,
  direction: Direction,
  leastLength: number,
  tone: Tone,
): RulingLine[] {
  const done: Growing[] = []
  let open: Growing[] = []
  for (let at = 0; at < direction.lines; at += 1) {
    for (const run of runsOf(luma, direction, at, leastLength, tone)) {
      const joined = open.find((line) => run.from < line.to && line.from < run.to)
      if (joined) {
        joined.last = at
        joined.from = Math.min(joined.from, run.from)
        joined.to = Math.max(joined.to, run.to)
      } else open.push({ first: at, last: at, ...run })
    }
    done.push(...open.filter((line) => line.last < at - 1))
    open = open.filter((line) => line.last >= at - 1)
  }
  return [...done, ...open]
    .filter(({ first, last }) => last - first < SIDE)
    .map(({ first, last, from, to }) => ({ at: (first + last) / 2, from, to }))
}

function runsOf(
  { data }: Luma,
  { lines, length, stride, step }: Direction,
  line: number,
  leastLength: number,
  tone: Tone,
): Pick<RulingLine, 'from' | 'to'>[] {
  const sign = tone === 'dark' ? 1 : -1
  const before = Math.max(0, line - SIDE) * stride
  const behind = Math.min(lines - 1, line + SIDE) * stride
  const runs: Pick<RulingLine, 'from' | 'to'>[] = []
  let from = -1
  let last = -1
  let drawn = 0
  for (let at = 0; at <= length; at += 1) {
    const off = at * step
    const here = sign * (data[line * stride + off] ?? 0) + MARGIN
    const isOn = sign * (data[before + off] ?? 0) > here && sign * (data[behind + off] ?? 0) > here
    if (at < length && isOn) {
      if (from < 0) {
        from = at
        drawn = 0
      }
      last = at
      drawn += 1
    } else if (from >= 0 && (at === length || at - last > MOST_GAP)) {
      const whole = last + 1 - from
      if (whole >= leastLength && drawn >= LEAST_DRAWN * whole) runs.push({ from, to: last + 1 })
      from = -1
    }
  }
  return runs
}
