/** A text as a row of units with the words that stand in it, before anything is said about them. */

import { FoldedText } from './fold/fold.ts'
import { isLatin, LINE_BREAK } from './fold/fold-table.ts'
import type { Sieve } from './kernel/sieve.ts'
import { RowScan } from './match/row-scan.ts'
import type { WordIndex } from './match/word-index.ts'
import type { Row } from './row.ts'

/** Entries of `runs` for each stretch of letters. */
export const RUN_SIZE = 3
/** What a stretch of letters may be of use for; the third of these entries has one bit for each. */
export const BESIDE_DIGITS = 1
export const AS_SYLLABLES = 2
export const AS_INITIALS = 4
const ANY_USE = BESIDE_DIGITS | AS_SYLLABLES | AS_INITIALS

/** Valid until its maker searches another text. */
export interface SearchedRow {
  readonly row: Row
  /** Keys that stand in the row: which, where and how long by turns, `FOUND_SIZE` entries each. */
  readonly found: Int32Array
  readonly foundCount: number
  /** The same of words by their sound, in the row of signs. */
  readonly heard: Int32Array
  readonly heardCount: number
  /** Where the row might be read in another way; not always those of which no word could make use. */
  readonly marks: Int32Array
  readonly markCount: number
  /** Stretches of Latin letters that may be of use: first, one after the last, what for, by turns. */
  readonly runs: Int32Array
  readonly runCount: number
  /** False when the text is one line for sure. */
  readonly hasLines: boolean
}

/** What is looked for in every text. */
export interface Wanted {
  readonly words: WordIndex
  readonly sounds: WordIndex
  /** By unit, its sound and whether it is marked; absent: no sounds and no traits are asked. */
  readonly traits: Uint16Array | undefined
  readonly sieve: Sieve
}

export class RowSearcher implements SearchedRow {
  readonly row = new FoldedText()
  found: Int32Array = new Int32Array(0)
  foundCount = 0
  heard: Int32Array = new Int32Array(0)
  heardCount = 0
  markCount = 0
  runs = new Int32Array(0)
  runCount = 0
  hasLines = true
  private readonly scan = new RowScan()

  get marks(): Int32Array {
    return this.scan.marks
  }

  search(text: string, { words, sounds, traits }: Wanted): SearchedRow {
    const { scan } = this
    const { units, length } = this.row.read(text)
    if (traits === undefined) scan.scan(units, length, words.pool)
    else scan.scanAll(units, length, words.pool, sounds.pool, traits)
    this.foundCount = words.findAmong(units, length, scan.pairs, scan.pairCount)
    this.found = words.found
    this.heardCount = sounds.findAmong(scan.signs, length, scan.heard, scan.heardCount)
    this.heard = sounds.found
    this.partLetters()
    const line = this.row.units.indexOf(LINE_BREAK)
    this.hasLines = line >= 0 && line < length
    return this
  }

  /** Letters are marked one by one: makes stretches of them, and leaves the other marks. */
  private partLetters(): void {
    const { marks, markCount } = this.scan
    const { units } = this.row
    if (this.runs.length < markCount * RUN_SIZE) this.runs = new Int32Array(marks.length * RUN_SIZE)
    const { runs } = this
    let kept = 0
    let end = 0
    for (let nth = 0; nth < markCount; nth += 1) {
      const at = marks[nth] as number
      if (isLatin(units[at] as number)) {
        if (end > 0 && runs[end - 2] === at) {
          runs[end - 2] = at + 1
        } else {
          runs[end] = at
          runs[end + 1] = at + 1
          runs[end + 2] = ANY_USE
          end += RUN_SIZE
        }
      }
      if (!isLatin(units[at] as number) || (at > 0 && units[at] === units[at - 1]))
        marks[kept++] = at
    }
    this.markCount = kept
    this.runCount = end / RUN_SIZE
  }
}
