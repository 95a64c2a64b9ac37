/**
 * The quota of audits: each takes a browser for half a minute, so an app that hands in without end
 * is told to come later, with the time.
 */

import { AppError } from '@fangxing/contract'
import { type HeaderSink, tellLeft } from '../check-policy/index.ts'
import type { Ports } from '../ports.ts'

/** Counts one audit and tells what is left in the headers. Throws RATE_LIMITED. */
export async function assertAuditQuota(
  { checkPolicy, meter }: Ports,
  reply: HeaderSink,
  appid: string,
): Promise<void> {
  const { quotas } = await checkPolicy.of(appid)
  const reading = await meter.take(appid, 'audit', quotas.audit)
  tellLeft(reply, quotas.audit, reading)
  const { exhausted: window, resetSeconds } = reading
  if (window === null) return
  const retryAfterSeconds = resetSeconds[window]
  reply.header('retry-after', String(retryAfterSeconds))
  throw new AppError('RATE_LIMITED', { window, retryAfterSeconds })
}
