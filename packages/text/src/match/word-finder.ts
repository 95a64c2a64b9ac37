/**
 * Plain search for many words at once, without any reading between the lines.
 *
 * For callers that have normalised text already, and for holding the search itself against others.
 * Every occurrence counts, overlapping ones included; in the order in which they begin.
 */

import { UnitBuffer } from './units.ts'
import { FOUND_SIZE, WordIndex } from './word-index.ts'

export interface WordHit {
  /** Which word, counted from 0 in the order given. */
  readonly word: number
  readonly start: number
  readonly end: number
}

export interface WordFinder {
  find(text: string): readonly WordHit[]
}

export function compileWords(words: readonly string[]): WordFinder {
  const buffer = new UnitBuffer()
  const rows = words.map((word) => buffer.fill(word).slice(0, word.length))
  const index = new WordIndex(rows)
  return {
    find(text) {
      const count = index.find(buffer.fill(text), text.length)
      const hits: WordHit[] = []
      for (let nth = 0; nth < count; nth += 1) {
        const at = nth * FOUND_SIZE
        const start = index.found[at + 1] as number
        const end = start + (index.found[at + 2] as number)
        hits.push({ word: index.found[at] as number, start, end })
      }
      return isInOrder(hits) ? hits : hits.sort((one, other) => one.start - other.start)
    },
  }
}

function isInOrder(hits: readonly WordHit[]): boolean {
  return hits.every(({ start }, nth) => nth === 0 || (hits[nth - 1] as WordHit).start <= start)
}
