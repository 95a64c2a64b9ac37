/**
 * Where a filing stands on its clock, for the picture of it.
 *
 * `share` runs from 0 at the notice to 1 at the due time and stays there. A filing without a due
 * time (an overseas subject that is no enterprise) has neither share nor remaining time.
 */

import type { Filing } from '../api/types.ts'

export interface FilingClock {
  readonly startsAt: number
  readonly dueAt: number | null
  readonly elapsedMs: number
  readonly remainingMs: number | null
  readonly share: number | null
  /** What happens when nobody answers: a key of the texts. */
  readonly silence: 'preLaunch' | 'nothing' | 'due'
}

export function filingClock(filing: Pick<Filing, 'noticeAt' | 'dueAt'>, now: number): FilingClock {
  const { noticeAt, dueAt } = filing
  const elapsedMs = Math.max(0, now - noticeAt)
  if (dueAt === null) {
    return {
      startsAt: noticeAt,
      dueAt,
      elapsedMs,
      remainingMs: null,
      share: null,
      silence: 'nothing',
    }
  }
  const spanMs = Math.max(1, dueAt - noticeAt)
  return {
    startsAt: noticeAt,
    dueAt,
    elapsedMs,
    remainingMs: Math.max(0, dueAt - now),
    share: Math.min(1, elapsedMs / spanMs),
    silence: now >= dueAt ? 'due' : 'preLaunch',
  }
}

/** The authority may still answer. */
export function isRunning(outcome: Filing['outcome']): boolean {
  return outcome === 'open'
}
