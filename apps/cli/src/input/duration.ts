/** A length of time as people write it: `7d`, `12h`, `30m`. Returns milliseconds. */

import { UsageError } from '../failure/usage-error.ts'

const UNITS: Readonly<Record<string, number>> = { d: 86_400_000, h: 3_600_000, m: 60_000 }

export function parseDuration(value: string): number {
  const [, amount, unit = ''] = /^([1-9]\d{0,5})([dhm])$/.exec(value) ?? []
  const unitMs = UNITS[unit]
  if (amount !== undefined && unitMs !== undefined) return Number(amount) * unitMs
  throw new UsageError({
    zh: `时长要写成数字加 d、h 或 m，如 7d；收到的是“${value}”。`,
    en: `A duration is a number with d, h or m, as in 7d; not “${value}”.`,
  })
}
