/** How the days of a filing are counted, and the times when the clock stood. */

/** Why a filing's clock may stand, where the operator's policy allows it. */
export type PauseReason = 'materialRequested' | 'subjectUnreachable'

export interface Pause {
  readonly from: number
  /** Null while the clock still stands. */
  readonly to: number | null
  readonly reason: PauseReason
}

export interface ClockPolicy {
  readonly kind: 'natural_days' | 'hours_168'
  /** Minutes east of UTC of the calendar whose days count: 480 for Asia/Shanghai. */
  readonly utcOffsetMinutes: number
  /** Reasons for which this operator lets the clock stand. Empty by default: it never stands. */
  readonly pausesFor: readonly PauseReason[]
}
