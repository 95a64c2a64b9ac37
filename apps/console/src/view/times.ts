/**
 * Times and spans in words. All times are shown as the calendar of Asia/Shanghai, because the
 * filing clock counts its natural days there.
 */

export type Language = 'zh' | 'en'

const LOCALE: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-GB' }
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** `2026-11-22 14:05`, the same digits in both languages so that columns line up. */
export function describeTime(at: number): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Shanghai',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  return parts.format(at)
}

/** An end: midnight is 24:00 of the day that it closes, as notices say it. */
export function describeEnd(at: number): string {
  const time = describeTime(at)
  return time.endsWith('00:00') ? `${describeTime(at - DAY_MS).slice(0, -5)}24:00` : time
}

/** `6天 23小时`, `23小时 5分钟`, `5分钟`: the two largest units that are not zero. */
export function describeSpan(spanMs: number, language: Language): string {
  const days = Math.floor(spanMs / DAY_MS)
  const hours = Math.floor((spanMs % DAY_MS) / HOUR_MS)
  const minutes = Math.floor((spanMs % HOUR_MS) / MINUTE_MS)
  const units: [number, string][] = [
    [days, 'day'],
    [hours, 'hour'],
    [minutes, 'minute'],
  ]
  const first = units.findIndex(([count]) => count > 0)
  if (first === -1) return inUnit(0, 'minute', language)
  return units
    .slice(first, first + 2)
    .filter(([count]) => count > 0)
    .map(([count, unit]) => inUnit(count, unit, language))
    .join(' ')
}

/** `3小时前`, `in 2 days`. */
export function describeAgo(at: number, now: number, language: Language): string {
  const words = new Intl.RelativeTimeFormat(LOCALE[language], { numeric: 'auto' })
  const spanMs = at - now
  const size = Math.abs(spanMs)
  if (size < MINUTE_MS) return words.format(0, 'second')
  if (size < HOUR_MS) return words.format(Math.trunc(spanMs / MINUTE_MS), 'minute')
  if (size < DAY_MS) return words.format(Math.trunc(spanMs / HOUR_MS), 'hour')
  return words.format(Math.trunc(spanMs / DAY_MS), 'day')
}

function inUnit(count: number, unit: string, language: Language): string {
  return new Intl.NumberFormat(LOCALE[language], {
    style: 'unit',
    unit,
    unitDisplay: 'long',
  }).format(count)
}
