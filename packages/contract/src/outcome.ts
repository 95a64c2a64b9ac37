/**
 * What a rule may answer.
 *
 * `undetermined` is an answer, not an error: it sends the case to a person. Nothing unknown passes.
 */

import type { Place } from './place.ts'
import type { Wording } from './wording.ts'

/** One thing that is wrong, where, and by how much. */
export interface Finding {
  readonly place: Place
  /** What is wrong here, in one sentence. */
  readonly message: Wording
  /** What was measured, in words of the clause: `11 cards`, `加薇信 = 加微信 (homophone)`. */
  readonly measured?: string
  /** What the clause allows: `10 cards`. */
  readonly limit?: string
  /** What to do here, when it is more than the rule's own `fix`. */
  readonly fix?: Wording
}

export type Outcome =
  | { readonly kind: 'pass' }
  | { readonly kind: 'inapplicable' }
  | { readonly kind: 'violation'; readonly findings: readonly [Finding, ...Finding[]] }
  | {
      readonly kind: 'undetermined'
      readonly because: Wording
      /** What a person should look at; absent when nothing was found to look at. */
      readonly evidence?: readonly [Finding, ...Finding[]]
    }

export const pass: Outcome = { kind: 'pass' }
export const inapplicable: Outcome = { kind: 'inapplicable' }

export function undetermined(because: Wording, evidence: readonly Finding[] = []): Outcome {
  const [first, ...rest] = evidence
  const outcome = { kind: 'undetermined', because } as const
  return first ? { ...outcome, evidence: [first, ...rest] } : outcome
}

/** To a person when there is something to point at, else a pass; `question` is what to decide. */
export function undeterminedOrPass(findings: readonly Finding[], question: Wording): Outcome {
  return findings.length > 0 ? undetermined(question, findings) : pass
}

/** A violation when there is something to point at, else a pass. */
export function violationOrPass(findings: readonly Finding[]): Outcome {
  const [first, ...rest] = findings
  return first ? { kind: 'violation', findings: [first, ...rest] } : pass
}
