/**
 * Who may read the metrics: an operator who is signed in, or a program with the password that the
 * environment names, as HTTP Basic sends it (any user name).
 *
 * Without FANGXING_METRICS_PASSWORD no program may.
 */

import { timingSafeEqual } from 'node:crypto'
import { AppError } from '@fangxing/contract'
import { type Caller, rolesOf } from '../http/access.ts'

export function mayReadMetrics(
  caller: Caller,
  authorization: string | undefined,
  wanted: string | undefined = process.env.FANGXING_METRICS_PASSWORD,
): void {
  if (rolesOf(caller).includes('operator')) return
  const [, encoded] = /^Basic (\S+)$/i.exec(authorization ?? '') ?? []
  const given = Buffer.from(encoded ?? '', 'base64').toString('utf8')
  const password = given.slice(given.indexOf(':') + 1)
  if (wanted && encoded !== undefined && isSame(password, wanted)) return
  throw new AppError(caller.kind === 'nobody' ? 'NOT_SIGNED_IN' : 'NOT_ALLOWED')
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
