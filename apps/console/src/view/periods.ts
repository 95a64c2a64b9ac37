/**
 * The periods that a report can be of: this month and the eleven before it, and the last two years.
 *
 * Months and years of Beijing, `until` exclusive. This month ends when it ends, not now: a report of
 * it grows until then.
 */

import type { Language } from './times.ts'

const OFFSET_MS = 8 * 3_600_000
const MONTHS = 12

export interface Period {
  readonly from: number
  readonly until: number
  readonly name: string
}

export function findPeriods(now: number, language: Language): readonly Period[] {
  const here = new Date(now + OFFSET_MS)
  const [year, month] = [here.getUTCFullYear(), here.getUTCMonth()]
  const months = Array.from({ length: MONTHS }, (_, back) => toMonth(year, month - back, language))
  const years = [year, year - 1].map((each) => ({
    from: startOf(each, 0),
    until: startOf(each + 1, 0),
    name: language === 'zh' ? `${each} 年` : String(each),
  }))
  return [...months, ...years]
}

function toMonth(year: number, month: number, language: Language): Period {
  const from = startOf(year, month)
  const begun = new Date(from + OFFSET_MS)
  const [y, m] = [begun.getUTCFullYear(), begun.getUTCMonth() + 1]
  const name = language === 'zh' ? `${y} 年 ${m} 月` : `${y}-${String(m).padStart(2, '0')}`
  return { from, until: startOf(year, month + 1), name }
}

function startOf(year: number, month: number): number {
  return Date.UTC(year, month, 1) - OFFSET_MS
}
