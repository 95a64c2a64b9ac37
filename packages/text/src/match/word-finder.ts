/**
 * Plain search for many words at once, without any reading between the lines.
 *
 * For callers that have normalised text already, and for holding the search itself against others.
 * Every occurrence counts, overlapping ones included; in the order in which they begin.
 */

import { WORTH_STARTING } from '../kernel/warm-kernel.ts'
import { WordKernel } from '../kernel/word-kernel.ts'
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
  let kernel: WordKernel | undefined
  let unitCount = 0
  return {
    find(text) {
      if (unitCount <= WORTH_STARTING) {
        unitCount += text.length
        if (unitCount > WORTH_STARTING) kernel = WordKernel.start(index.pool)
      }
      const count = kernel?.search(text)
      if (kernel !== undefined && count !== undefined) return toHits(kernel.found, count)
      const found = index.find(buffer.fill(text), text.length)
      return toHits(index.found, found)
    },
  }
}

function toHits(found: Int32Array, count: number): readonly WordHit[] {
  const hits: WordHit[] = []
  let isInOrder = true
  let last = 0
  for (let at = 0; at < count * FOUND_SIZE; at += FOUND_SIZE) {
    const start = found[at + 1] as number
    const end = start + (found[at + 2] as number)
    hits.push({ word: found[at] as number, start, end })
    isInOrder = isInOrder && last <= start
    last = start
  }
  return isInOrder ? hits : hits.sort((one, other) => one.start - other.start)
}
