/** How a near duplicate is told: where it stands, how like, and the passage. */

import type { Finding, Resemblance } from '@fangxing/contract'
import { say } from '../say.ts'

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
