/**
 * Times as people of a fixed offset read them: Asia/Shanghai unless told otherwise.
 *
 * Pure: a `Date` is only ever made from a number, and only its UTC parts are read.
 */

import { DAY_MS, SHANGHAI_OFFSET_MINUTES } from './filing/clock.ts'

/** `2026-11-22 09:30` */
export function describeTime(at: number, utcOffsetMinutes = SHANGHAI_OFFSET_MINUTES): string {
  const local = new Date(at + utcOffsetMinutes * 60_000).toISOString()
  return `${local.slice(0, 10)} ${local.slice(11, 16)}`
}

/** An end of a period: midnight is written as `24:00` of the day before, so that no day seems to be added. */
export function describeDeadline(at: number, utcOffsetMinutes = SHANGHAI_OFFSET_MINUTES): string {
  if (dayStart(at, utcOffsetMinutes) !== at) return describeTime(at, utcOffsetMinutes)
  return `${describeTime(at - DAY_MS, utcOffsetMinutes).slice(0, 10)} 24:00`
}

/** The local midnight at or before this time. */
export function dayStart(at: number, utcOffsetMinutes = SHANGHAI_OFFSET_MINUTES): number {
  const offsetMs = utcOffsetMinutes * 60_000
  return Math.floor((at + offsetMs) / DAY_MS) * DAY_MS - offsetMs
}

/** The first instant of the local month, `monthsOn` months later. */
export function monthStart(
  at: number,
  monthsOn = 0,
  utcOffsetMinutes = SHANGHAI_OFFSET_MINUTES,
): number {
  const offsetMs = utcOffsetMinutes * 60_000
  const local = new Date(at + offsetMs)
  return Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + monthsOn, 1) - offsetMs
}
