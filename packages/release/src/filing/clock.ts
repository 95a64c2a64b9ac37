/**
 * How the seven days of a filing are counted, and when they end.
 *
 * Times are epoch milliseconds, UTC. Pure arithmetic on a fixed offset: Asia/Shanghai has been
 * UTC+8 without summer time since 1991, so no time-zone table is needed. The due time is always
 * worked out again from the notice, never stored as a delayed job.
 *
 * Source: the filing note, "within 7 natural days from the notice"; docs/decisions/0011.
 */

export const DAY_MS = 86_400_000

/** 东八区: minutes east of UTC. */
export const SHANGHAI_OFFSET_MINUTES = 480

/** The note's promise, in days. */
export const FILING_DAYS = 7

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

/** The reading we ship: natural days in Asia/Shanghai, and the clock never stands. */
export const DEFAULT_CLOCK: ClockPolicy = {
  kind: 'natural_days',
  utcOffsetMinutes: SHANGHAI_OFFSET_MINUTES,
  pausesFor: [],
}

/**
 * The first instant at which the promise is over: midnight after the seventh day, or 168 hours on.
 *
 * Null while a pause is open: nobody can say yet. The day of the notice does not count. A pause
 * moves the end by its length; with natural days, on to the end of the day it then falls in.
 */
export function filingDue(
  noticeAt: number,
  policy: ClockPolicy,
  pauses: readonly Pause[] = [],
): number | null {
  const stoodMs = stoodForMs(pauses)
  if (stoodMs === null) return null

  if (policy.kind === 'hours_168') return noticeAt + FILING_DAYS * DAY_MS + stoodMs

  const offsetMs = policy.utcOffsetMinutes * 60_000
  const noticeDay = Math.floor((noticeAt + offsetMs) / DAY_MS)
  const daysStood = Math.ceil(stoodMs / DAY_MS)
  return (noticeDay + 1 + FILING_DAYS + daysStood) * DAY_MS - offsetMs
}

function stoodForMs(pauses: readonly Pause[]): number | null {
  let stoodMs = 0
  for (const { from, to } of pauses) {
    if (to === null) return null
    stoodMs += to - from
  }
  return stoodMs
}

/** The filing's part that the clock needs. */
export interface RunningFiling {
  readonly noticeAt: number
  readonly policy: ClockPolicy
  readonly promised: boolean
  readonly pauses: readonly Pause[]
}

/** When this filing may go to pre-launch; null when never (nothing promised) or not while it stands. */
export function dueAtOf(filing: RunningFiling): number | null {
  return filing.promised ? filingDue(filing.noticeAt, filing.policy, filing.pauses) : null
}

/** Whether somebody has stopped the clock and not started it again. */
export function isPaused(filing: RunningFiling): boolean {
  return filing.pauses.some(({ to }) => to === null)
}
