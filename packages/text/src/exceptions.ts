/**
 * Innocent phrases: where one stands, a listed word inside it is no match.
 *
 * Longest match wins: 火车 covers 火. A phrase may excuse every term or only the terms that name it.
 */

import { endOfUnits } from './explain.ts'
import type { ListedTerm } from './listed-term.ts'
import { isInsideWord, readTerm } from './listed-word.ts'
import { WordIndex } from './match/word-index.ts'
import type { Row } from './row.ts'
import type { Sighting } from './sighting.ts'

/** Stands for "every term" where a phrase names its term. */
const EVERY_TERM = -1

export interface InnocentSpans {
  cover(sighting: Sighting): boolean
}

/** Where phrases stand, by start; `reaches[nth]` is the furthest end of the first nth + 1. */
interface Spans {
  readonly starts: number[]
  readonly reaches: number[]
}

const NOTHING_INNOCENT: InnocentSpans = { cover: () => false }

export class Exceptions {
  private readonly phrases: WordIndex
  private readonly lengths: readonly number[]
  private readonly forTerms: readonly number[]

  constructor(terms: readonly ListedTerm[], allowed: readonly string[]) {
    const listed = [
      ...allowed.map((text) => ({ text, forTerm: EVERY_TERM })),
      ...terms.flatMap(({ term }, forTerm) =>
        (term.except ?? []).map((text) => ({ text, forTerm })),
      ),
    ].flatMap(({ text, forTerm }) => {
      const reading = readTerm(text)
      return reading.kind === 'word' ? [{ units: reading.units, forTerm }] : []
    })
    this.phrases = new WordIndex(listed.map(({ units }) => units))
    this.lengths = listed.map(({ units }) => units.length)
    this.forTerms = listed.map(({ forTerm }) => forTerm)
  }

  find(row: Row): InnocentSpans {
    const count = this.phrases.find(row.units, row.length)
    if (count === 0) return NOTHING_INNOCENT
    const spans = new Map<number, Spans>()
    for (const nth of inTextOrder(this.phrases.found, count)) {
      const number = this.phrases.found[nth * 2] as number
      const at = this.phrases.found[nth * 2 + 1] as number
      const length = this.lengths[number] as number
      if (isInsideWord(row, at, length)) continue
      const end = endOfUnits(row, at, length)
      addSpan(spans, this.forTerms[number] as number, row.starts[at] as number, end)
    }
    return {
      cover: (sighting) =>
        isCovered(spans.get(EVERY_TERM), sighting) ||
        isCovered(spans.get(sighting.number), sighting),
    }
  }
}

function inTextOrder(found: Int32Array, count: number): readonly number[] {
  const order = Array.from({ length: count }, (_, nth) => nth)
  return order.sort((one, other) => (found[one * 2 + 1] ?? 0) - (found[other * 2 + 1] ?? 0))
}

function addSpan(all: Map<number, Spans>, forTerm: number, start: number, end: number): void {
  const spans = all.get(forTerm) ?? { starts: [], reaches: [] }
  spans.starts.push(start)
  spans.reaches.push(Math.max(end, spans.reaches.at(-1) ?? 0))
  all.set(forTerm, spans)
}

/** True when some phrase begins no later and ends no earlier. O(log n). */
function isCovered(spans: Spans | undefined, { start, end }: Sighting): boolean {
  if (spans === undefined) return false
  let low = 0
  let high = spans.starts.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((spans.starts[middle] as number) <= start) low = middle + 1
    else high = middle
  }
  return low > 0 && (spans.reaches[low - 1] as number) >= end
}
