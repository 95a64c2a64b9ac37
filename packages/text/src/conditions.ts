/**
 * What must, or must not, stand near a word for it to count: 代开 near 发票, 苹果 not near 手机.
 *
 * Near is within `NEAR` UTF-16 units of either edge of the match, whatever stands in between.
 */

import type { ListedTerm } from './listed-term.ts'
import { PhraseIndex, type PhraseSpan } from './phrase-index.ts'
import type { Row } from './row.ts'
import type { Sighting } from './sighting.ts'
import type { TermTable } from './term-table.ts'

/** About one short sentence. */
export const NEAR = 20

export class Conditions {
  private readonly table: TermTable
  private readonly wanted: PhraseIndex
  private readonly unwanted: PhraseIndex
  readonly isEmpty: boolean

  constructor(terms: readonly ListedTerm[], table: TermTable) {
    const phrases = (name: 'near' | 'notNear') =>
      terms.flatMap(({ term }, owner) => (term[name] ?? []).map((text) => ({ text, owner })))
    this.table = table
    this.wanted = new PhraseIndex(phrases('near'))
    this.unwanted = new PhraseIndex(phrases('notNear'))
    this.isEmpty = terms.every(({ term }) => term.near === undefined && term.notNear === undefined)
  }

  /** Answers for one row whether a sighting meets the conditions of its term. */
  find(row: Row): (sighting: Sighting) => boolean {
    if (this.isEmpty) return always
    const wanted = byOwner(this.wanted.find(row))
    const unwanted = byOwner(this.unwanted.find(row))
    return (sighting) => {
      const { near } = this.table.term(sighting.number)
      if (near !== undefined && !hasNear(wanted.get(sighting.number), sighting)) return false
      return !hasNear(unwanted.get(sighting.number), sighting)
    }
  }
}

const always = () => true

function byOwner(spans: readonly PhraseSpan[]): ReadonlyMap<number, readonly PhraseSpan[]> {
  return Map.groupBy(spans, ({ owner }) => owner)
}

/** The phrase closest before the far edge decides, since spans come by start. O(log n). */
function hasNear(spans: readonly PhraseSpan[] | undefined, { start, end }: Sighting): boolean {
  if (spans === undefined) return false
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((spans[middle] as PhraseSpan).start <= end + NEAR) low = middle + 1
    else high = middle
  }
  return low > 0 && (spans[low - 1] as PhraseSpan).end >= start - NEAR
}
