/**
 * Whether a push is WeChat's own, and what it says. Pure.
 *
 * Plain mode signs the time and a number, not the body; safe and compatible mode sign what is sealed,
 * and only that is read: the visible fields of compatible mode could be anybody's. What was signed
 * more than ten minutes ago, or for later, is refused: whoever recorded it cannot use it tomorrow.
 *
 * Source: 消息推送 https://developers.weixin.qq.com/miniprogram/dev/framework/server-ability/message-push.html
 */

import { createHash, timingSafeEqual } from 'node:crypto'
import type { UpstreamPushSettings } from '@fangxing/storage'
import { unseal } from '../../wechat/push/seal.ts'
import { signPush } from '../../wechat/push/signature.ts'
import { type Fields, readMessage } from './read-message.ts'

const MOST_SKEW_MS = 10 * 60_000

export type PushQuery = Readonly<Record<string, string | undefined>>

export const PUSH_FAULTS = {
  time: 'the timestamp is not within ten minutes of this server’s clock',
  signature: 'the signature is not that of the token',
  notSealed: 'the push is not sealed, and the mode says that it is',
  seal: 'the push was sealed with another key or for another app',
  body: 'the body is neither the XML nor the JSON of an event',
} as const

export type PushFault = keyof typeof PUSH_FAULTS

export type OpenedPush =
  | { readonly ok: true; readonly signature: string; readonly fields: Fields }
  | { readonly ok: false; readonly fault: PushFault }

export interface Opening {
  readonly push: UpstreamPushSettings
  /** Under which WeChat knows the app. */
  readonly appid: string
  readonly now: number
}

/** Of the question that WeChat asks of an address when it is set. */
export function isVerification(query: PushQuery, { push, now }: Opening): boolean {
  return isInTime(query, now) && isSigned(query.signature, push, query)
}

export function openPush(query: PushQuery, body: string, opening: Opening): OpenedPush {
  const { push, now } = opening
  if (!isInTime(query, now)) return refuse('time')
  if (push.mode !== 'plain') return openSealed(query, body, opening)
  if (!isSigned(query.signature, push, query)) return refuse('signature')
  const fields = readMessage(body)
  return fields === null ? refuse('body') : { ok: true, signature: query.signature ?? '', fields }
}

function openSealed(query: PushQuery, body: string, { push, appid }: Opening): OpenedPush {
  const outer = readMessage(body)
  if (outer === null) return refuse('body')
  const { Encrypt } = outer
  if (typeof Encrypt !== 'string' || push.encodingAesKey === null) return refuse('notSealed')
  if (!isSigned(query.msg_signature, push, query, Encrypt)) return refuse('signature')
  const message = unseal(Encrypt, { encodingAesKey: push.encodingAesKey, appid })
  if (message === null) return refuse('seal')
  const fields = readMessage(message)
  return fields === null
    ? refuse('body')
    : { ok: true, signature: query.msg_signature ?? '', fields }
}

function refuse(fault: PushFault): OpenedPush {
  return { ok: false, fault }
}

function isInTime({ timestamp = '' }: PushQuery, now: number): boolean {
  return /^\d{1,12}$/.test(timestamp) && Math.abs(Number(timestamp) * 1000 - now) <= MOST_SKEW_MS
}

function isSigned(
  given: string | undefined,
  { token }: UpstreamPushSettings,
  { timestamp = '', nonce = '' }: PushQuery,
  ...sealed: readonly string[]
): boolean {
  return given !== undefined && isSame(given, signPush(token, timestamp, nonce, ...sealed))
}

/** In the same time wherever they differ. */
function isSame(one: string, other: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(one), hash(other))
}
