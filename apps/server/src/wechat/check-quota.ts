/**
 * The quota of a call: counted before it is made, told in headers of every answer.
 *
 * Texts and media have a number for each window; the picture that is answered at once has one for
 * both, as WeChat's staff say. The headers are those of the IETF draft on rate limits, with the two
 * windows by name.
 *
 * Source: https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/
 */

import type { CheckPolicy, Quota, QuotaCall, Reading } from '../check-policy/index.ts'
import type { Ports } from '../ports.ts'
import type { WechatNumber } from './codes.ts'
import { WechatRefusal } from './refusal.ts'

const EXHAUSTED: Readonly<Record<QuotaCall, Record<'minute' | 'day', WechatNumber>>> = {
  text: { minute: 44991, day: 45009 },
  picture: { minute: 45009, day: 45009 },
  media: { minute: 44991, day: 45009 },
  token: { minute: 45011, day: 45009 },
}

/** What a header of the answer is told to: a reply of the framework, or a list of our own. */
export interface HeaderSink {
  header(name: string, value: string): unknown
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
  if (quota.perMinute !== null || quota.perDay !== null) tellLeft(reply, quota, reading)
  if (reading.exhausted !== null) throw new WechatRefusal(EXHAUSTED[call][reading.exhausted])
}

function tellLeft(reply: HeaderSink, quota: Quota, { left, resetSeconds }: Reading): void {
  const minute = left.minute === null ? '' : `"minute";r=${left.minute};t=${resetSeconds.minute}`
  const day = left.day === null ? '' : `"day";r=${left.day};t=${resetSeconds.day}`
  reply.header('ratelimit', minute === '' || day === '' ? minute + day : `${minute}, ${day}`)
  reply.header('ratelimit-policy', policyOf(quota))
}

const policies = new WeakMap<Quota, string>()

function policyOf(quota: Quota): string {
  const known = policies.get(quota)
  if (known !== undefined) return known
  const minute = quota.perMinute === null ? [] : [`"minute";q=${quota.perMinute};w=60`]
  const day = quota.perDay === null ? [] : [`"day";q=${quota.perDay};w=86400`]
  const policy = [...minute, ...day].join(', ')
  policies.set(quota, policy)
  return policy
}
