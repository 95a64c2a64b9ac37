/**
 * Puts a check on record: verdict and evidence always, the content by the retention policy.
 *
 * Done when it is on disk: nobody is answered before. Judgements are mostly alike and are kept once.
 */

import type { Judgement } from '@fangxing/contract'
import type { CheckDraft, Storage } from '@fangxing/storage'
import type { ContentRetention } from '../check-policy/index.ts'
import { toKeptContent } from './keep-content.ts'

export interface MadeCheck
  extends Omit<CheckDraft, 'sharedEvidence' | 'clauses' | 'keepTextsUntil' | 'hashes'> {
  readonly judgements: readonly Judgement[]
}

export function recordCheck(
  storage: Storage,
  made: MadeCheck,
  retention: ContentRetention,
): Promise<string> {
  const { judgements } = made
  const clauses = findClauses(judgements)
  return storage.checks.record({
    ...made,
    ...toKeptContent(made, retention),
    // Judgements that found something are made anew each time: remembering them only burdens the collector.
    sharedEvidence: clauses.length === 0 ? toShared(judgements) : { judgements },
    clauses,
  })
}

/** By the list itself, which is the same one whenever every rule passed. */
const shared = new WeakMap<readonly Judgement[], { readonly judgements: readonly Judgement[] }>()

function toShared(judgements: readonly Judgement[]) {
  const known = shared.get(judgements)
  if (known !== undefined) return known
  const made = { judgements }
  shared.set(judgements, made)
  return made
}

/** Those that were violated or could not be decided: what somebody may search for. */
function findClauses(judgements: readonly Judgement[]): readonly string[] {
  return judgements.flatMap(({ clauseId, outcome: { kind } }) =>
    kind === 'violation' || kind === 'undetermined' ? [clauseId] : [],
  )
}
