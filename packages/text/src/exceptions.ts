/**
 * Innocent phrases: where one stands, a listed word inside it is no match.
 *
 * Longest match wins: 火车 covers 火. A phrase may excuse every term or only the terms that name it.
 */

import type { ListedTerm } from './listed-term.ts'
import { PhraseIndex } from './phrase-index.ts'
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
  private readonly phrases: PhraseIndex

  constructor(terms: readonly ListedTerm[], allowed: readonly string[]) {
    this.phrases = new PhraseIndex([
      ...allowed.map((text) => ({ text, owner: EVERY_TERM })),
      ...terms.flatMap(({ term }, owner) => (term.except ?? []).map((text) => ({ text, owner }))),
    ])
  }

  get isEmpty(): boolean {
    return this.phrases.isEmpty
  }

  find(row: Row): InnocentSpans {
    const found = this.phrases.find(row)
    if (found.length === 0) return NOTHING_INNOCENT
    const spans = new Map<number, Spans>()
    for (const { owner, start, end } of found) addSpan(spans, owner, start, end)
    return {
      cover: (sighting) =>
        isCovered(spans.get(EVERY_TERM), sighting) ||
        isCovered(spans.get(sighting.number), sighting),
    }
  }
}

function addSpan(all: Map<number, Spans>, owner: number, start: number, end: number): void {
  const spans = all.get(owner) ?? { starts: [], reaches: [] }
  spans.starts.push(start)
  spans.reaches.push(Math.max(end, spans.reaches.at(-1) ?? 0))
  all.set(owner, spans)
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
