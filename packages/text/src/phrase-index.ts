/** Phrases that belong to terms, found as written in a row: what exceptions and conditions look at. */

import { endOfUnits } from './explain.ts'
import { isInsideWord, readTerm } from './listed-word.ts'
import { FOUND_SIZE, WordIndex } from './match/word-index.ts'
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
  private readonly owners: Int32Array

  constructor(phrases: readonly Phrase[]) {
    const read = phrases.flatMap(({ text, owner }) => {
      const reading = readTerm(text)
      return reading.kind === 'word' ? [{ units: reading.units, owner }] : []
    })
    this.words = new WordIndex(read.map(({ units }) => units))
    this.owners = Int32Array.from(read, ({ owner }) => owner)
  }

  get isEmpty(): boolean {
    return this.owners.length === 0
  }

  /** Offsets in the original; by start. */
  find(row: Row): readonly PhraseSpan[] {
    if (this.isEmpty) return NONE
    const count = this.words.find(row.units, row.length)
    const { found } = this.words
    const spans: PhraseSpan[] = []
    for (let nth = 0; nth < count; nth += 1) {
      const phrase = found[nth * FOUND_SIZE] as number
      const at = found[nth * FOUND_SIZE + 1] as number
      const length = found[nth * FOUND_SIZE + 2] as number
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
