/**
 * Figures made ready to be drawn: days without gaps, columns that stand on each other, a top that
 * reads well. Pure; nothing here knows of pixels beyond the box it is given.
 */

import type { Tone } from './tones.ts'

const DAY_MS = 86_400_000
/** Beijing, whose days the server counts. */
const OFFSET_MS = 8 * 3_600_000

/** Every day of Beijing that the period touches, as `2026-11-22`. */
export function daysOf(from: number, until: number): readonly string[] {
  const first = Math.floor((from + OFFSET_MS) / DAY_MS)
  const last = Math.floor((until - 1 + OFFSET_MS) / DAY_MS)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) =>
    new Date((first + index) * DAY_MS).toISOString().slice(0, 10),
  )
}

export interface Series {
  readonly name: string
  readonly tone: Tone
  /** One for each place on the axis. */
  readonly values: readonly number[]
}

/** What was counted by day and name, as one series a name; days without a count are zero. */
export function toSeries<Row extends { readonly day: string; readonly count: number }>(
  days: readonly string[],
  rows: readonly Row[],
  names: readonly {
    readonly name: string
    readonly tone: Tone
    readonly has: (row: Row) => boolean
  }[],
): readonly Series[] {
  return names.map(({ name, tone, has }) => {
    const counts = new Map<string, number>()
    for (const row of rows) {
      if (has(row)) counts.set(row.day, (counts.get(row.day) ?? 0) + row.count)
    }
    return { name, tone, values: days.map((day) => counts.get(day) ?? 0) }
  })
}

/** The lowest of 1, 2, 5, 10, 20 … that is not below. */
export function niceTop(highest: number): number {
  if (highest <= 1) return 1
  const power = 10 ** Math.floor(Math.log10(highest))
  return [1, 2, 5, 10].map((step) => step * power).find((top) => top >= highest) ?? highest
}

export interface Box {
  readonly width: number
  readonly height: number
}

export interface Column {
  readonly x: number
  readonly width: number
  readonly parts: readonly { readonly y: number; readonly height: number; readonly tone: Tone }[]
}

/** Columns side by side, each of its series from the bottom up. */
export function stackColumns(series: readonly Series[], { width, height }: Box): readonly Column[] {
  const length = series[0]?.values.length ?? 0
  const top = niceTop(Math.max(0, ...totalsOf(series)))
  const step = width / Math.max(1, length)
  return Array.from({ length }, (_, index) => {
    let bottom = height
    const parts = series.flatMap(({ tone, values }) => {
      const tall = ((values[index] ?? 0) / top) * height
      bottom -= tall
      return tall === 0 ? [] : [{ y: bottom, height: tall, tone }]
    })
    return { x: index * step + step * 0.12, width: step * 0.76, parts }
  })
}

export function totalsOf(series: readonly Series[]): readonly number[] {
  return (series[0]?.values ?? []).map((_, index) =>
    series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0),
  )
}

/** `x,y x,y …` for a line; a place without a figure is left out. */
export function toPoints(
  values: readonly (number | null)[],
  top: number,
  { width, height }: Box,
): string {
  const step = width / Math.max(1, values.length - 1)
  return values
    .flatMap((value, index) =>
      value === null
        ? []
        : [`${round(index * step)},${round(height - (Math.min(value, top) / top) * height)}`],
    )
    .join(' ')
}

/** Which places get a label, so that at most `most` are shown and the last one is. */
export function labelled(length: number, most: number): readonly number[] {
  const every = Math.max(1, Math.ceil(length / most))
  return Array.from({ length }, (_, index) => index).filter(
    (index) => (length - 1 - index) % every === 0,
  )
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
