/** When a material counts as a copy, whole or in part, and how that is told: where it stands, how like, and the passage. */

import type { Finding, Resemblance } from '@fangxing/contract'
import { say } from '../say.ts'

/** Of a material's text that stands elsewhere word for word: a quarter is more than a quotation. Ours. */
const LEAST_PART = 0.25

/** `alike`: the similarity of the profile. */
export function isCopied({ similarity, sharedText }: Resemblance, alike: number): boolean {
  return similarity >= alike || sharedText >= LEAST_PART
}

export function tellResemblance({
  corpus,
  document,
  similarity,
  sharedText,
  passage,
}: Resemblance): Finding {
  const share = Math.round(sharedText * 100)
  return {
    place: { kind: 'text', field: 'body', start: passage.start, end: passage.end },
    message: say(
      `有 ${share}% 的文字也见于“${document}”（${corpus}）。`,
      `${share} % of the text also stands in “${document}” (${corpus}).`,
    ),
    measured: similarity.toFixed(2),
  }
}
