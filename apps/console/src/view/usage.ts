/**
 * Checks by day as bars, and how much of a quota is left.
 *
 * Days are those of Beijing, written as `2026-11-22`; a day without checks has an empty bar, so that
 * gaps are seen. Heights run from 0 to 1, of the highest day. Pure.
 */

import type { DayCount, QuotaUse } from '../api/portal-types.ts'

const DAY_MS = 86_400_000

export interface DayBar {
  readonly day: string
  readonly pass: number
  readonly review: number
  readonly risky: number
  readonly total: number
  /** Of the highest day; 0 where nothing was checked at all. */
  readonly height: number
}

export function toBars(counts: readonly DayCount[], days: number, now: number): readonly DayBar[] {
  const sums = new Map<string, { pass: number; review: number; risky: number }>()
  for (const { day, suggest, count } of counts) {
    const sum = sums.get(day) ?? { pass: 0, review: 0, risky: 0 }
    sum[suggest] += count
    sums.set(day, sum)
  }
  const bars = daysUntil(now, days).map((day) => {
    const { pass, review, risky } = sums.get(day) ?? { pass: 0, review: 0, risky: 0 }
    return { day, pass, review, risky, total: pass + review + risky }
  })
  const highest = Math.max(1, ...bars.map(({ total }) => total))
  return bars.map((bar) => ({ ...bar, height: bar.total / highest }))
}

function daysUntil(now: number, days: number): readonly string[] {
  return Array.from({ length: days }, (_, index) => dayOf(now - (days - 1 - index) * DAY_MS))
}

const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })

export function dayOf(at: number): string {
  return DAY.format(at)
}

export interface QuotaLeft {
  /** Null: no limit. */
  readonly left: number | null
  /** 0 to 1 of the day's quota; 0 without a limit. */
  readonly share: number
}

export function leftOf({ usedToday, perDay }: QuotaUse): QuotaLeft {
  if (perDay === null) return { left: null, share: 0 }
  const left = Math.max(0, perDay - usedToday)
  return { left, share: perDay === 0 ? 1 : Math.min(1, usedToday / perDay) }
}

/** From here on somebody should know: most of a day's quota is gone. */
const NEARLY = 0.8

export function isNearlyUsed({ share }: QuotaLeft): boolean {
  return share >= NEARLY
}

/** Every how manieth bar is dated, so that at most this many dates stand below. */
const MOST_DATES = 6

export function datedEvery(bars: number): number {
  return Math.max(1, Math.ceil(bars / MOST_DATES))
}
