/**
 * What is left of a quota, in the headers of every answer that counted: those of the IETF draft on
 * rate limits, with the two windows by name.
 *
 * Source: https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/
 */

import { digitsOf } from '@fangxing/storage'
import type { Quota } from './check-policy.ts'
import type { Reading } from './meter.ts'

/** What a header of the answer is told to: a reply of the framework, or a list of our own. */
export interface HeaderSink {
  header(name: string, value: string): unknown
}

/** Nothing where no window has a quota. */
export function tellLeft(reply: HeaderSink, quota: Quota, { left, resetSeconds }: Reading): void {
  if (quota.perMinute === null && quota.perDay === null) return
  const minute =
    left.minute === null ? '' : `"minute";r=${digitsOf(left.minute)};t=${resetSeconds.minute}`
  const day = left.day === null ? '' : `"day";r=${digitsOf(left.day)};t=${resetSeconds.day}`
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
