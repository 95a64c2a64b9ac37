/** How a hit on a listed word is told, the same for package literals and submitted texts. */

import type { Finding, TermHit, TermLevel } from '@fangxing/contract'
import { LABELS } from '@fangxing/contract'
import { say } from './say.ts'

/** Findings for the hits of one of the levels, in the order in which they were found. */
export function findingsOf(
  hits: readonly TermHit[],
  levels: readonly TermLevel[],
): readonly Finding[] {
  return hits.filter(({ level }) => levels.includes(level)).map(toFinding)
}

function toFinding({ term, matched, label, place, conversions, confidence }: TermHit): Finding {
  const name = LABELS[label]
  return {
    place,
    message: say(
      `“${matched}”命中词库中的“${term}”（${name.zh}）。`,
      `“${matched}” is the listed word “${term}” (${name.en}).`,
    ),
    measured:
      conversions.length === 0
        ? `${matched} · ${label}`
        : `${matched} = ${term} (${conversions.join(', ')}) · ${label} · ${confidence}`,
  }
}
