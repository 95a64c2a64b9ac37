/**
 * Counts over a period, for charts and reports. Days are those of Beijing, as `2026-11-22`.
 *
 * Checks are counted by the hour as they are recorded; all else is counted from the record itself.
 */

import type { Label } from '@fangxing/contract'
import type { EventKind, State } from '@fangxing/release'
import type { CheckDraft, CheckedKind } from '../checks/checks.types.ts'

export interface Period {
  /** Inclusive. */
  readonly from: number
  /** Exclusive. */
  readonly until: number
}

export interface CheckCount {
  readonly day: string
  readonly kind: CheckedKind
  readonly suggest: CheckDraft['suggest']
  readonly label: Label
  readonly count: number
}

export interface EventCount {
  readonly day: string
  readonly kind: EventKind
  readonly count: number
}

/** Decisions of people about checks in doubt. */
export interface DecisionCount {
  readonly day: string
  readonly verdict: 'pass' | 'risky'
  readonly label: Label
  readonly count: number
}

/** What waits in a state now, by how long. */
export interface Ageing {
  readonly state: State
  /** `under1`, `under3`, `under7`, `over7`: days since the last event. */
  readonly age: 'under1' | 'under3' | 'under7' | 'over7'
  readonly count: number
}

export interface FilingTimes {
  readonly answered: number
  /** From the notice to the authority's answer or to pre-launch; null without any. */
  readonly medianMs: number | null
  readonly ninetiethMs: number | null
  readonly longestMs: number | null
}

export interface Statistics {
  /** Of one app, or of all. */
  checks(period: Period, appid?: string): Promise<readonly CheckCount[]>
  /** How often each clause was held against a check, most often first. */
  checkClauses(period: Period): Promise<readonly { clause: string; count: number }[]>
  /** How often each clause was named in a rejection of a release, by a machine or a person. */
  releaseClauses(
    period: Period,
  ): Promise<readonly { clause: string; kind: EventKind; count: number }[]>
  events(period: Period): Promise<readonly EventCount[]>
  decisions(period: Period): Promise<readonly DecisionCount[]>
  /** Checks in doubt that wait now, by how long. */
  casesWaiting(now: number): Promise<readonly Pick<Ageing, 'age' | 'count'>[]>
  ageing(now: number): Promise<readonly Ageing[]>
  filingTimes(period: Period): Promise<FilingTimes>
  /** What is in the queues of this database now. */
  depths(now: number): Promise<Depths>
}

/** Of one queue of side effects. */
export interface JobDepth {
  readonly name: string
  readonly waiting: number
  readonly running: number
  /** Given up, and still kept by the queue. */
  readonly failed: number
}

export interface Depths {
  readonly cases: number
  readonly jobs: readonly JobDepth[]
  readonly deliveries: number
  readonly deadDeliveries: number
  readonly mediaChecks: number
  readonly connections: number
  readonly databaseBytes: number
}
