/**
 * Editions of the check policy, and trials: a candidate that judges beside the live one.
 *
 * What a candidate or a policy says is the server's matter; here it is kept as it came.
 */

import type { Label } from '@fangxing/contract'
import type { CheckDraft, CheckedText } from '../checks/checks.types.ts'
import type { Page, PageRequest } from '../page.types.ts'

export interface PolicyEdition {
  readonly number: number
  readonly at: number
  readonly by: string
  readonly note: string | null
  /** The earlier edition that this one is equal to. */
  readonly restores: number | null
  readonly policy: unknown
}

export interface CheckPolicies {
  /** Also makes it the live one, in the same transaction. */
  publish(edition: Omit<PolicyEdition, 'number'>): Promise<PolicyEdition>
  find(number: number): Promise<PolicyEdition | null>
  list(request?: PageRequest): Promise<Page<PolicyEdition>>
}

export interface Trial {
  readonly id: string
  readonly candidate: unknown
  readonly note: string | null
  readonly startedBy: string
  readonly startedAt: number
  /** Null while it runs. */
  readonly endedBy: string | null
  readonly endedAt: number | null
  /** The candidate has become the live one. */
  readonly published: boolean
  readonly counts: readonly TrialCount[]
}

export interface TrialCount {
  readonly live: CheckDraft['suggest']
  readonly tried: CheckDraft['suggest']
  readonly count: number
}

/** A check of which the two think differently. */
export interface TrialDifference {
  readonly checkId: string
  readonly appid: string | null
  readonly scene: number
  readonly at: number
  readonly live: CheckDraft['suggest']
  readonly liveLabel: Label
  readonly tried: CheckDraft['suggest']
  readonly triedLabel: Label
  /** Null when none were kept or their time is over. */
  readonly texts: readonly CheckedText[] | null
  readonly textsUntil: number | null
}

export interface TrialNotes {
  readonly counts: readonly TrialCount[]
  /** The latest ten thousand are kept of a trial. */
  readonly differences: readonly TrialDifference[]
}

export interface Trials {
  /** Throws TRIAL_RUNS while another one does. */
  start(trial: Pick<Trial, 'candidate' | 'note' | 'startedBy' | 'startedAt'>): Promise<Trial>
  find(id: string): Promise<Trial | null>
  running(): Promise<Trial | null>
  list(request?: PageRequest): Promise<Page<Trial>>
  /** Adds up what one process has seen. Nothing is added to a trial that has ended. */
  note(id: string, notes: TrialNotes): Promise<void>
  /** Null when it is unknown or has ended before. */
  end(id: string, end: { by: string; at: number; published: boolean }): Promise<Trial | null>
  differences(id: string, request?: PageRequest): Promise<Page<TrialDifference>>
  /** Forgets the texts whose time is over; returns how many. */
  forgetTexts(now: number): Promise<number>
}
