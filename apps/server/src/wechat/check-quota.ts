/**
 * The quota of a call: counted before it is made, told in headers of every answer.
 *
 * Texts and media have a number for each window; the picture that is answered at once has one for
 * both, as WeChat's staff say.
 */

import {
  type CheckPolicy,
  type HeaderSink,
  type Quota,
  type QuotaCall,
  type Reading,
  tellLeft,
} from '../check-policy/index.ts'
import type { Ports } from '../ports.ts'
import type { WechatNumber } from './codes.ts'
import { WechatRefusal } from './refusal.ts'

const EXHAUSTED: Readonly<Record<QuotaCall, Record<'minute' | 'day', WechatNumber>>> = {
  text: { minute: 44991, day: 45009 },
  picture: { minute: 45009, day: 45009 },
  media: { minute: 44991, day: 45009 },
  token: { minute: 45011, day: 45009 },
  // Never asked through this door.
  audit: { minute: 45011, day: 45009 },
}

export interface Asking {
  readonly appid: string
  readonly call: QuotaCall
}

/** The policy that holds for the app, at once when it is known. Throws, or rejects with, 44991 or 45009. */
export function assertQuota(
  ports: Ports,
  reply: HeaderSink,
  asking: Asking,
): CheckPolicy | Promise<CheckPolicy> {
  const policy = ports.checkPolicy.of(asking.appid)
  return policy instanceof Promise
    ? policy.then((told) => assertWithin(ports, reply, told, asking))
    : assertWithin(ports, reply, policy, asking)
}

function assertWithin(
  { meter }: Ports,
  reply: HeaderSink,
  policy: CheckPolicy,
  { appid, call }: Asking,
): CheckPolicy | Promise<CheckPolicy> {
  const quota = policy.quotas[call]
  const taken = meter.take(appid, call, quota)
  const tell = (reading: Reading) => {
    tellReading(reply, { quota, call, reading })
    return policy
  }
  return taken instanceof Promise ? taken.then(tell) : tell(taken)
}

interface Told {
  readonly quota: Quota
  readonly call: QuotaCall
  readonly reading: Reading
}

function tellReading(reply: HeaderSink, { quota, call, reading }: Told): void {
  tellLeft(reply, quota, reading)
  if (reading.exhausted !== null) throw new WechatRefusal(EXHAUSTED[call][reading.exhausted])
}
