/**
 * Hits and findings as the extension of the dialect shows them: snake case, the place in the fields
 * that belong to its kind. Pure.
 */

import type { Judgement, Place, TermHit } from '@fangxing/contract'
import { findClause } from '@fangxing/policy'

export function toHitFields(hit: TermHit): object {
  const { termId, term, label, level, matched, place, conversions, confidence } = hit
  return { term_id: termId, term, label, level, matched, ...where(place), conversions, confidence }
}

/** Nothing for a rule that is satisfied or has nothing to say. */
export function toFindingFields({
  ruleId,
  clauseId,
  severity,
  outcome,
}: Judgement): readonly object[] {
  const head = {
    rule_id: ruleId,
    clause_id: clauseId,
    clause_words: findClause(clauseId)?.words.zh ?? '',
    severity,
  }
  if (outcome.kind === 'undetermined') {
    return [{ ...head, outcome: 'undetermined', message: outcome.because }]
  }
  if (outcome.kind !== 'violation') return []
  return outcome.findings.map(({ place, message, measured, limit }) => ({
    ...head,
    outcome: 'violation',
    ...where(place),
    message,
    measured,
    limit,
  }))
}

/** UTF-16 units in a text, pixels in a picture, seconds in a clip. */
function where(place: Place): object {
  switch (place.kind) {
    case 'text':
      return { field: place.field, start: place.start, end: place.end }
    case 'picture':
      return { box: place.box }
    case 'clip':
      return { from: place.from, to: place.to, box: place.box }
    default:
      return {}
  }
}
