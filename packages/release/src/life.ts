/**
 * What is known of a release at one moment: the fold of its events, nothing more.
 *
 * Plain data, safe to store as JSON and to compare deeply. Times are epoch milliseconds, UTC.
 */

import type { Category, Subject, UgcDeclaration } from '@fangxing/contract'
import type { Actor } from './event.ts'
import type { ClockPolicy, Pause } from './filing/clock.ts'
import type { State } from './table.ts'

export interface Decision {
  readonly kind: 'approved' | 'rejected'
  readonly at: number
  readonly by: Actor
  readonly clauses: readonly string[]
  readonly note: string
  readonly missingCategories: readonly Category[]
}

/** One `submitted`: what was declared, and what the review answered. */
export interface Submission {
  readonly auditId: number
  readonly categories: readonly Category[]
  readonly subject: Subject
  readonly ugcDeclaration: UgcDeclaration | null
  readonly note: string
  readonly submittedAt: number
  /** Oldest first: a reversed rejection stays, the decision after it is added. */
  readonly decisions: readonly Decision[]
  readonly withdrawnAt: number | null
  readonly expeditedAt: number | null
  /** Set by an appeal: a submission can be appealed once. */
  readonly appealedAt: number | null
  /** Categories that must file, as the approval said; empty before it. */
  readonly mustFile: readonly Category[]
}

/** `open` until the authority answers, also after pre-launch; `aborted` by withdrawal. */
export type FilingOutcome = 'open' | 'passed' | 'rejected' | 'aborted'

export interface Filing {
  /** When the "entered filing" notice went out. The clock starts here, not at submission. */
  readonly noticeAt: number
  readonly region: string
  readonly categories: readonly Category[]
  readonly policy: ClockPolicy
  readonly promised: boolean
  readonly pauses: readonly Pause[]
  readonly preLaunchedAt: number | null
  readonly outcome: FilingOutcome
  readonly answeredAt: number | null
  readonly clauses: readonly string[]
  readonly note: string
}

export interface Takedown {
  readonly orderedAt: number
  readonly deadlineAt: number
  readonly by: Actor
  readonly clauses: readonly string[]
  readonly note: string
}

export interface Life {
  readonly state: State
  readonly appid: string
  readonly version: string
  readonly description: string
  readonly createdAt: number
  /** The time of the last event; no event may lie before it, see `MAX_CLOCK_SKEW_MS`. */
  readonly changedAt: number
  /** How many events made this life: the next event's `expectedSeq`. */
  readonly eventCount: number
  readonly submissions: readonly Submission[]
  /** The filing of the latest submission, or null when it did not file (yet). */
  readonly filing: Filing | null
  readonly launchedAt: number | null
  /** Share of users, 1 to 100, while the launch is staged. */
  readonly greyPercentage: number | null
  /** The standing or last take-down order; null when there was none or it was lifted. */
  readonly takedown: Takedown | null
  /** Since when a launched version is being looked at again. */
  readonly reexaminationSince: number | null
}

/** The submission in question: the latest one, or null before the first. */
export function currentSubmission(life: Life): Submission | null {
  return life.submissions.at(-1) ?? null
}

/** Where a release stands by what has been granted to it: what `back` in the table means. */
export function standing(life: Pick<Life, 'greyPercentage' | 'launchedAt' | 'filing'>): State {
  if (life.greyPercentage !== null) return 'greyLaunch'
  if (life.launchedAt !== null) return 'launched'
  return life.filing?.outcome === 'open' ? 'preLaunch' : 'approved'
}
