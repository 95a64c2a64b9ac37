/**
 * Why a word was seen, in a sentence: what stands there, what is listed, and what had to be undone,
 * in the order in which it was undone.
 */

import type { TermHit } from '@fangxing/contract'

export interface WhyHit {
  readonly matched: string
  readonly term: string
  /** Names of conversions; empty when it stands there as listed. */
  readonly undone: readonly string[]
  /** In percent. */
  readonly confidence: number
}

export function whyHit({ matched, term, conversions, confidence }: TermHit): WhyHit {
  return { matched, term, undone: [...conversions], confidence: Math.round(confidence * 100) }
}

/** Each sentence once: ten hits of one word in one disguise say the same. */
export function whyHits(
  hits: readonly TermHit[],
): readonly (WhyHit & { readonly count: number })[] {
  const found = new Map<string, WhyHit & { count: number }>()
  for (const hit of hits) {
    const key = JSON.stringify([hit.matched, hit.term, hit.conversions])
    const known = found.get(key)
    if (known) known.count += 1
    else found.set(key, { ...whyHit(hit), count: 1 })
  }
  return [...found.values()]
}
