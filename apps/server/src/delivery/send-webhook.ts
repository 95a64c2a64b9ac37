/**
 * A signed webhook. Only the status of the answer counts: 2xx is taken, whatever the body says.
 *
 * A redirect is a failure, since a body signed for one place must not be carried to another. 410
 * means that nobody wants it any more.
 */

import { OutboundTrouble } from '../outbound/index.ts'
import { callReceiver, toFailure } from './post.ts'
import { TEST_KIND } from './schedule.ts'
import { DELIVERED, failed, type Send } from './sender.ts'
import { signWebhook } from './webhook-signature.ts'

const GONE = 410

export const sendWebhook: Send = async (delivery, { webhook }, outside, now) => {
  if (webhook === null) return failed('NOT_SET', {}, { isFinal: true })
  const { url, secret, former } = webhook
  const secrets = former !== undefined && former.until > now ? [secret, former.secret] : [secret]
  const body = toWebhookBody(delivery)
  const headers = signWebhook({ id: delivery.id, at: now, body }, secrets)
  const answer = await callReceiver(
    url,
    { method: 'POST', body, headers: { ...headers, 'content-type': 'application/json' } },
    outside,
  )
  if (answer instanceof OutboundTrouble) return toFailure(answer)
  const { status } = answer
  if (status >= 200 && status < 300) return DELIVERED
  return failed('ANSWERED', { status }, { isFinal: status === GONE })
}

/** The same for every attempt; `data` as the inbox shows it. `timestamp` is when it happened. */
export function toWebhookBody(delivery: {
  readonly kind: string
  readonly appid: string
  readonly createdAt: number
  readonly body: unknown
}): string {
  const { kind, appid, createdAt, body } = delivery
  const isWhole = kind === TEST_KIND || kind.includes('.')
  const type = isWhole ? kind : `release.${kind}`
  const timestamp = new Date(createdAt).toISOString()
  const { letter, ...facts } = body as { readonly letter?: object }
  return JSON.stringify({ type, timestamp, data: { appid, ...facts, ...letter } })
}
