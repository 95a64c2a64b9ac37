/** A text as a row of units with the words that stand in it, before anything is said about them. */

import { FoldedText } from './fold/fold.ts'
import { RowScan } from './match/row-scan.ts'
import type { WordIndex } from './match/word-index.ts'
import type { Row } from './row.ts'

/** Valid until its maker searches another text. */
export interface SearchedRow {
  readonly row: Row
  /** Keys that stand in the row: which, where and how long by turns, `FOUND_SIZE` entries each. */
  readonly found: Int32Array
  readonly foundCount: number
  /** The same of words by their sound, in the row of signs. */
  readonly heard: Int32Array
  readonly heardCount: number
  /** Where the row might be read in another way. */
  readonly marks: Int32Array
  readonly markCount: number
}

/** What is looked for in every text. */
export interface Wanted {
  readonly words: WordIndex
  readonly sounds: WordIndex
  /** By unit, its sound and whether it is marked; absent: no sounds and no traits are asked. */
  readonly traits: Uint16Array | undefined
}

export class RowSearcher implements SearchedRow {
  readonly row = new FoldedText()
  found = new Int32Array(0)
  foundCount = 0
  heard = new Int32Array(0)
  heardCount = 0
  private readonly scan = new RowScan()

  get marks(): Int32Array {
    return this.scan.marks
  }

  get markCount(): number {
    return this.scan.markCount
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
    return this
  }
}
