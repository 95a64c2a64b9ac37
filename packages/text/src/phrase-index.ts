/** Phrases that belong to terms, found as written in a row: what exceptions and conditions look at. */

import { endOfUnits } from './explain.ts'
import { isInsideWord, readTerm } from './listed-word.ts'
import { WordIndex } from './match/word-index.ts'
import type { Row } from './row.ts'

export interface Phrase {
  readonly text: string
  /** The number of the term that it belongs to, or any number that stands for several. */
  readonly owner: number
}

export interface PhraseSpan {
  readonly owner: number
  readonly start: number
  readonly end: number
}

const NONE: readonly PhraseSpan[] = []

export class PhraseIndex {
  private readonly words: WordIndex
  private readonly lengths: readonly number[]
  private readonly owners: readonly number[]

  constructor(phrases: readonly Phrase[]) {
    const read = phrases.flatMap(({ text, owner }) => {
      const reading = readTerm(text)
      return reading.kind === 'word' ? [{ units: reading.units, owner }] : []
    })
    this.words = new WordIndex(read.map(({ units }) => units))
    this.lengths = read.map(({ units }) => units.length)
    this.owners = read.map(({ owner }) => owner)
  }

  /** Offsets in the original; by start. */
  find(row: Row): readonly PhraseSpan[] {
    if (this.owners.length === 0) return NONE
    const count = this.words.find(row.units, row.length)
    const { found } = this.words
    const spans: PhraseSpan[] = []
    for (let nth = 0; nth < count; nth += 1) {
      const phrase = found[nth * 2] as number
      const at = found[nth * 2 + 1] as number
      const length = this.lengths[phrase] as number
      if (isInsideWord(row, at, length)) continue
      spans.push({
        owner: this.owners[phrase] as number,
        start: row.starts[at] as number,
        end: endOfUnits(row, at, length),
      })
    }
    return spans.sort((one, other) => one.start - other.start)
  }
}
