/**
 * The quota of a call of our own interface: whoever calls too often is told to come later, with the time.
 * Counted with the same call of other dialects.
 */

import { AppError } from '@fangxing/contract'
import { type HeaderSink, type QuotaCall, tellLeft } from '../check-policy/index.ts'
import type { Ports } from '../ports.ts'

/** Counts one call and tells what is left in the headers. Throws RATE_LIMITED. */
export async function assertNativeQuota(
  { checkPolicy, meter }: Ports,
  reply: HeaderSink,
  { appid, call }: { readonly appid: string; readonly call: QuotaCall },
): Promise<void> {
  const quota = (await checkPolicy.of(appid)).quotas[call]
  const reading = await meter.take(appid, call, quota)
  tellLeft(reply, quota, reading)
  const { exhausted: window, resetSeconds } = reading
  if (window === null) return
  const retryAfterSeconds = resetSeconds[window]
  reply.header('retry-after', String(retryAfterSeconds))
  throw new AppError('RATE_LIMITED', { window, retryAfterSeconds })
}
