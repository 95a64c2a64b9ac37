/** Finds words that run down the columns of several lines. O(length), at most 24 columns. */

import { toBit } from '../conversion.ts'
import { endOfUnits } from '../explain.ts'
import { LINE_BREAK } from '../fold/fold-table.ts'
import { UnitRoom } from '../match/units.ts'
import type { Row } from '../row.ts'
import type { SearchedRow } from '../searched-row.ts'
import type { Sighting } from '../sighting.ts'
import type { PlainSearch } from './plain-search.ts'

const VERTICAL = toBit('vertical')
/** Columns are read when lines are no longer than this, and there are at least that many. */
const LONGEST_LINE = 24
const LEAST_LINES = 3
const SILENT = 0
const NONE: readonly Sighting[] = []

export class ColumnSearch {
  private readonly plain: PlainSearch
  private readonly isEmpty: boolean
  private readonly room = new UnitRoom()

  /** Looks for the own spellings of terms, with the index that plain search has of them. */
  constructor(plain: PlainSearch) {
    this.plain = plain
    this.isEmpty = !plain.allows(VERTICAL)
  }

  find({ row, hasLines }: SearchedRow): readonly Sighting[] {
    if (this.isEmpty || !hasLines) return NONE
    const lines = toLines(row)
    if (lines.length < LEAST_LINES) return NONE
    const length = this.readColumns(row, lines)
    const { firsts } = this.room
    const sightings: Sighting[] = []
    this.plain.eachWritten(this.room.units, length, VERTICAL, (number, at, size) => {
      const first = firsts[at] as number
      const last = firsts[at + size - 1] as number
      const start = row.starts[first] as number
      sightings.push({ number, start, end: endOfUnits(row, last, 1), bits: VERTICAL })
    })
    return sightings
  }

  /** Column by column; a line that is read to its end is read no more. */
  private readColumns(row: Row, lines: Line[]): number {
    this.room.reserve(row.length + LONGEST_LINE)
    const { units, firsts } = this.room
    let length = 0
    let left = lines.length
    for (let column = 0; column < LONGEST_LINE; column += 1) {
      let kept = 0
      for (let nth = 0; nth < left; nth += 1) {
        const line = lines[nth] as Line
        if (line.from + column >= line.to) continue
        units[length] = row.units[line.from + column] as number
        firsts[length] = line.from + column
        length += 1
        lines[kept] = line
        kept += 1
      }
      left = kept
      units[length] = SILENT
      length += 1
    }
    return length
  }
}

interface Line {
  readonly from: number
  readonly to: number
}

/** The lines that are short enough to be read in columns. */
function toLines(row: Row): Line[] {
  const lines: Line[] = []
  let from = 0
  for (let at = 0; at <= row.length; at += 1) {
    if (at < row.length && row.units[at] !== LINE_BREAK) continue
    if (at > from && at - from <= LONGEST_LINE) lines.push({ from, to: at })
    from = at + 1
  }
  return lines
}
