/** Finds words that are written backwards, and words that run down the columns of several lines. */

import { toBit } from '../conversion.ts'
import { endOfUnits } from '../explain.ts'
import { toCharacter } from '../fold/fold-table.ts'
import type { ListedTerm } from '../listed-term.ts'
import { isInsideWord } from '../listed-word.ts'
import { UnitRoom } from '../match/units.ts'
import { WordIndex } from '../match/word-index.ts'
import type { Row } from '../row.ts'
import type { Sighting } from '../sighting.ts'

const REVERSED = toBit('reversed')
const VERTICAL = toBit('vertical')
const LINE_BREAK = '\n'
/** Columns are read when lines are no longer than this, and there are at least that many. */
const LONGEST_LINE = 24
const LEAST_LINES = 3
const SILENT = 0

export class TurnedSearch {
  private readonly lengths: readonly number[]
  private readonly numbers: readonly number[]
  private readonly allowed: readonly number[]
  private readonly words: WordIndex
  private readonly room = new UnitRoom()

  constructor(listed: readonly ListedTerm[]) {
    const turned = listed.flatMap(({ units, allowed }, number) =>
      (allowed & (REVERSED | VERTICAL)) === 0 || units.length < 2
        ? []
        : [{ number, units, allowed }],
    )
    this.numbers = turned.map(({ number }) => number)
    this.lengths = turned.map(({ units }) => units.length)
    this.allowed = turned.map(({ allowed }) => allowed)
    this.words = new WordIndex(turned.map(({ units }) => units))
  }

  findReversed(row: Row): readonly Sighting[] {
    if (this.words.wordCount === 0) return []
    this.room.reserve(row.length)
    const { units } = this.room
    for (let at = 0; at < row.length; at += 1) {
      units[row.length - 1 - at] = row.units[at] as number
    }
    return this.sightings(row.length, REVERSED, (at, length) => {
      const first = row.length - at - length
      if (isInsideWord(row, first, length) || isSameTurned(row, first, length)) return undefined
      return { start: row.starts[first] as number, end: endOfUnits(row, first, length) }
    })
  }

  findVertical(row: Row): readonly Sighting[] {
    if (this.words.wordCount === 0 || !row.text.includes(LINE_BREAK)) return []
    const lines = toLines(row)
    if (lines.length < LEAST_LINES) return []
    const length = this.readColumns(row, lines)
    const { firsts } = this.room
    return this.sightings(length, VERTICAL, (at, size) => {
      const first = firsts[at] as number
      const last = firsts[at + size - 1] as number
      return { start: row.starts[first] as number, end: endOfUnits(row, last, 1) }
    })
  }

  private sightings(
    length: number,
    bit: number,
    locate: (at: number, size: number) => { start: number; end: number } | undefined,
  ): readonly Sighting[] {
    const count = this.words.find(this.room.units, length)
    const { found } = this.words
    const sightings: Sighting[] = []
    for (let nth = 0; nth < count; nth += 1) {
      const word = found[nth * 2] as number
      if (((this.allowed[word] as number) & bit) === 0) continue
      const place = locate(found[nth * 2 + 1] as number, this.lengths[word] as number)
      if (place === undefined) continue
      sightings.push({ number: this.numbers[word] as number, ...place, bits: bit })
    }
    return sightings
  }

  private readColumns(row: Row, lines: readonly Line[]): number {
    this.room.reserve(row.length + LONGEST_LINE)
    const { units, firsts } = this.room
    let length = 0
    for (let column = 0; column < LONGEST_LINE; column += 1) {
      for (const { from, to } of lines) {
        if (from + column >= to) continue
        units[length] = row.units[from + column] as number
        firsts[length] = from + column
        length += 1
      }
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
function toLines(row: Row): readonly Line[] {
  const lines: Line[] = []
  let from = 0
  for (let at = 0; at <= row.length; at += 1) {
    if (at < row.length && toCharacter(row.units[at] as number) !== LINE_BREAK) continue
    if (at > from && at - from <= LONGEST_LINE) lines.push({ from, to: at })
    from = at + 1
  }
  return lines
}

/** True when the stretch reads the same backwards: then nothing was turned. */
function isSameTurned(row: Row, at: number, length: number): boolean {
  for (let nth = 0; nth < length; nth += 1) {
    if (row.units[at + nth] !== row.units[at + length - 1 - nth]) return false
  }
  return true
}
