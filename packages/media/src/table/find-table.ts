/**
 * The largest ruled table of a picture: how many rows and columns, and where it lies.
 *
 * A table is a net of lines along rows and columns that cross nearly everywhere. At least two rows
 * and two columns; lines dark on light or light on dark. Tables without vertical lines, with cells
 * told apart by shade alone, or photographed at a slant are not seen.
 */

import type { SeenPicture } from '@fangxing/contract'
import type { DecodedPicture } from '../picture/decode.ts'
import { toLuma } from '../picture/luma.ts'
import { findRulingLines, type RulingLine, type RulingLines, type Tone } from './ruling-lines.ts'

const TONES: readonly Tone[] = ['dark', 'light']

export type SeenTable = NonNullable<SeenPicture['table']>

/** Of the shorter side of the picture; strokes of letters are shorter. */
const LEAST_LINE_SHARE = 0.08
const LEAST_LINE = 40
/** Lines as near as this are one: a double rule. */
const SAME_LINE = 6
/** Ends of lines may miss each other by this much. */
const SLACK = 6
/** How much of the table's width or height a line must span, all its parts together: joined cells. */
const LEAST_SPAN = 0.6

/** Null when there is none. The box is in picture pixels. */
export function findTable({ raster, scale }: DecodedPicture): SeenTable | null {
  const luma = toLuma(raster)
  const leastLength = Math.max(LEAST_LINE, LEAST_LINE_SHARE * Math.min(luma.width, luma.height))
  const nets = TONES.flatMap((tone) => netsOf(findRulingLines(luma, leastLength, tone)))
  const tables = nets.flatMap((net) => toTable(net, scale) ?? [])
  const areaOf = ({ box }: SeenTable): number => box.width * box.height
  return tables.toSorted((one, other) => areaOf(other) - areaOf(one))[0] ?? null
}

/** Lines that hang together by crossings. */
function netsOf({ horizontal, vertical }: RulingLines): RulingLines[] {
  const nets: { horizontal: RulingLine[]; vertical: RulingLine[] }[] = []
  const left = new Set(horizontal)
  for (const start of horizontal) {
    if (!left.delete(start)) continue
    const net = { horizontal: [start], vertical: [] as RulingLine[] }
    const known = new Set<RulingLine>()
    for (const row of net.horizontal) {
      for (const column of vertical) {
        if (known.has(column) || !doCross(row, column)) continue
        known.add(column)
        net.vertical.push(column)
        for (const other of left) {
          if (!doCross(other, column)) continue
          left.delete(other)
          net.horizontal.push(other)
        }
      }
    }
    nets.push(net)
  }
  return nets
}

function doCross(row: RulingLine, column: RulingLine): boolean {
  return (
    column.at >= row.from - SLACK &&
    column.at <= row.to + SLACK &&
    row.at >= column.from - SLACK &&
    row.at <= column.to + SLACK
  )
}

function toTable({ horizontal, vertical }: RulingLines, scale: number): SeenTable | null {
  const rows = levelsOf(horizontal)
  const columns = levelsOf(vertical)
  if (rows.length < 3 || columns.length < 3) return null
  const [top = 0, bottom = 0] = [rows[0], rows.at(-1)]
  const [left = 0, right = 0] = [columns[0], columns.at(-1)]
  return {
    rows: rows.length - 1,
    columns: columns.length - 1,
    box: {
      x: Math.round(left / scale),
      y: Math.round(top / scale),
      width: Math.round((right - left) / scale),
      height: Math.round((bottom - top) / scale),
    },
  }
}

/** The different places of lines that span the net, in order. */
function levelsOf(lines: readonly RulingLine[]): number[] {
  const span = Math.max(...lines.map(({ to }) => to)) - Math.min(...lines.map(({ from }) => from))
  const levels: { at: number; length: number }[] = []
  for (const { at, from, to } of lines.toSorted((one, other) => one.at - other.at)) {
    const level = levels.at(-1)
    if (level && isNear(level.at, at)) level.length += to - from
    else levels.push({ at, length: to - from })
  }
  return levels.filter(({ length }) => length >= LEAST_SPAN * span).map(({ at }) => at)
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= SAME_LINE
}
