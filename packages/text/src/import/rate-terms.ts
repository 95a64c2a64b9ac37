/**
 * How often each term hits ordinary text, so that a list is judged before it blocks anyone.
 *
 * A published word list hits more than nine in ten ordinary messages, by a few thousand of its
 * words. What ordinary text hits says little by itself: such a term becomes a hint.
 */

import { compileLexicon } from '../lexicon.ts'
import type { Term } from '../term.ts'

/** More than one ordinary message in a thousand. */
export const MOST_ORDINARY_HITS = 0.001

export interface TermRate {
  readonly term: Term
  /** In how many of the ordinary texts it occurs. */
  readonly hits: number
  readonly rate: number
  /** The first ordinary text that it hits, for a person to see why. */
  readonly example?: string
}

/** By rate, the worst first; terms that hit nothing last, in the order given. */
export function rateTerms(
  terms: readonly Term[],
  ordinary: readonly string[],
): readonly TermRate[] {
  const lexicon = compileLexicon(terms.map((term, at) => ({ ...term, id: String(at) })))
  const hits = new Uint32Array(terms.length)
  const examples = new Map<number, string>()
  for (const text of ordinary) {
    for (const id of new Set(lexicon.find(text).map(({ termId }) => Number(termId)))) {
      hits[id] = (hits[id] as number) + 1
      if (!examples.has(id)) examples.set(id, text)
    }
  }
  return terms
    .map((term, at) => {
      const example = examples.get(at)
      const rate = ordinary.length === 0 ? 0 : (hits[at] as number) / ordinary.length
      return { term, hits: hits[at] as number, rate, ...(example === undefined ? {} : { example }) }
    })
    .sort((one, other) => other.rate - one.rate)
}

/**
 * The terms as they should be used: what ordinary text hits more often than `mostHits` becomes a
 * hint. A long list does harm by its many rare hits too: 0 turns every term that hits into a hint.
 */
export function gradeTerms(
  rates: readonly TermRate[],
  mostHits = MOST_ORDINARY_HITS,
): readonly Term[] {
  return rates.map(({ term, rate }) => (rate > mostHits ? { ...term, level: 'hint' } : term))
}
