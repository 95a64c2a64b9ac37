/** What an assessment answers: every rule's outcome, and one verdict over them. */

import type { Outcome } from './outcome.ts'

/** What a violation of a rule does: stops the case, sends it to a person, or is only told. */
export type Severity = 'block' | 'review' | 'advise'

/** The words the world hears. `review`: a person decides. */
export type Verdict = 'pass' | 'review' | 'reject'

/** One rule's answer. `ruleId` and `clauseId` are published and permanent. */
export interface Judgement {
  readonly ruleId: string
  /** `<book>/<number>` of the catalogue. */
  readonly clauseId: string
  readonly severity: Severity
  readonly outcome: Outcome
}

export interface Assessment {
  readonly verdict: Verdict
  readonly judgements: readonly Judgement[]
  /** Edition of the rules and lexicon that judged, so that the same input gives the same answer. */
  readonly edition: string
}
