/**
 * What a withdrawal costs, said before it happens, and how many are left.
 *
 * Source: the filing note (a withdrawal aborts the flow, R3); the platform's page of the withdraw
 * call: 5 a day from 00:00 and 10 a month, for each app.
 */

import type { Wording } from '@fangxing/contract'
import { DAY_MS } from './filing/clock.ts'
import type { Life } from './life.ts'
import { dayStart, describeTime, monthStart } from './local-time.ts'
import { ROWS } from './table.ts'

export const WITHDRAWALS_PER_DAY = 5
export const WITHDRAWALS_PER_MONTH = 10

/** The consequence in words for the question "withdraw?"; null where nothing can be withdrawn. */
export function describeWithdrawal(life: Life): Wording | null {
  if (ROWS[life.state].withdrawn === undefined) return null
  if (life.state !== 'filing' && life.state !== 'materialRequested') return REVIEW_ENDS
  if (life.filing === null) return REVIEW_ENDS

  const { noticeAt, policy, promised } = life.filing
  const since = describeTime(noticeAt, policy.utcOffsetMinutes)
  if (!promised) {
    return {
      zh: `撤回会中止报备。再次提审并通过后将重新报备，${since} 起的等待作废。`,
      en: `Withdrawing aborts the filing. The next version files again; the wait since ${since} is lost.`,
    }
  }
  return {
    zh: `撤回会中止报备。再次提审并通过后将重新报备，七日从新的通知起重新计算，${since} 起的等待作废。`,
    en: `Withdrawing aborts the filing. The next version files again and this restarts the seven days: the wait since ${since} is lost.`,
  }
}

const REVIEW_ENDS: Wording = {
  zh: '撤回会结束本次审核，再次提审须重新排队。',
  en: 'Withdrawing ends this review. The next submission waits in the queue anew.',
}

export interface WithdrawQuota {
  readonly leftToday: number
  readonly leftThisMonth: number
  /** When the next withdrawal is possible: now, or the start of the next local day or month. */
  readonly nextAt: number
}

/** What is left to an app, given the times of its past withdrawals in any order. */
export function withdrawQuota(withdrawnAt: readonly number[], now: number): WithdrawQuota {
  const today = dayStart(now)
  const month = monthStart(now)
  const count = (from: number) => withdrawnAt.filter((at) => at >= from).length
  const leftThisMonth = Math.max(0, WITHDRAWALS_PER_MONTH - count(month))
  const leftToday = Math.min(leftThisMonth, Math.max(0, WITHDRAWALS_PER_DAY - count(today)))

  if (leftToday > 0) return { leftToday, leftThisMonth, nextAt: now }
  return {
    leftToday,
    leftThisMonth,
    nextAt: leftThisMonth > 0 ? today + DAY_MS : monthStart(now, 1),
  }
}
