/**
 * Weighs the outcomes of all rules into one verdict.
 *
 * | outcome \ severity | block | review | advise |
 * |---|---|---|---|
 * | violation | reject | review | pass, told |
 * | undetermined | review | review | pass, told |
 *
 * The worst cell wins. Advice that could not be determined calls nobody: had the rule found what it
 * looks for, it would still only have been told, so the unknown cannot be worse than the known.
 */

import type { Judgement, Verdict } from '@fangxing/contract'

export function decideVerdict(judgements: readonly Judgement[]): Verdict {
  let worst: Verdict = 'pass'
  for (const judgement of judgements) {
    const verdict = verdictOf(judgement)
    if (verdict === 'reject') return verdict
    if (verdict === 'review') worst = verdict
  }
  return worst
}

function verdictOf({ severity, outcome }: Judgement): Verdict {
  if (severity === 'advise') return 'pass'
  switch (outcome.kind) {
    case 'violation':
      return severity === 'block' ? 'reject' : 'review'
    case 'undetermined':
      return 'review'
    case 'pass':
    case 'inapplicable':
      return 'pass'
  }
}
