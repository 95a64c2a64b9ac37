/** What the page of a case works out by itself. */

import type { TermHit } from '@fangxing/contract'
import type { CheckedText } from '../api/types.ts'

/** How much stands beside a hit in a first guess at its innocent phrase. */
const BESIDE = 2

/** The hit with what stands beside it: where a reviewer begins to correct. Empty without the text. */
export function guessPhrase({ place }: TermHit, texts: readonly CheckedText[]): string {
  if (place.kind !== 'text') return ''
  const text = texts.find(({ field }) => field === place.field)?.text ?? ''
  const from = beginOf(text, place.start - BESIDE)
  return text.slice(from, endOf(text, place.end + BESIDE)).trim()
}

/** Never between the halves of one character. */
function beginOf(text: string, at: number): number {
  const inside = Math.max(0, at)
  return isLow(text, inside) ? inside - 1 : inside
}

function endOf(text: string, at: number): number {
  const inside = Math.min(text.length, at)
  return isLow(text, inside) ? inside + 1 : inside
}

function isLow(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff
}

/** Each term once, in the order of its first hit. */
export function findTermsOf(hits: readonly TermHit[]): readonly TermHit[] {
  const seen = new Set<string>()
  return hits.filter(({ termId }) => {
    if (seen.has(termId)) return false
    seen.add(termId)
    return true
  })
}
