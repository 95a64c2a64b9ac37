/**
 * A pushed event put on the wire, in the mode and format that the app has set.
 *
 * Plain: the fields, `signature`. Safe: receiver and Encrypt alone, `msg_signature` besides.
 * Compatible: fields and Encrypt together. Pure: time and randomness come in.
 */

import type { WechatCallback } from '@fangxing/storage'
import { type PushFields, toEnvelope, toJsonText, toXmlText } from './message.ts'
import { RANDOM_BYTES, type Seal, seal, unseal } from './seal.ts'
import { signPush } from './signature.ts'

export interface Push {
  readonly event: string
  readonly at: number
  readonly fields: PushFields
}

/** What makes two attempts differ. */
export interface Moment {
  readonly now: number
  /** 24 bytes that nobody can guess. */
  readonly random: Uint8Array
}

export interface PushRequest {
  readonly url: string
  readonly contentType: string
  readonly body: string
}

export const MOMENT_BYTES = RANDOM_BYTES + 8

export function composePush(
  push: Push,
  callback: WechatCallback,
  appid: string,
  moment: Moment,
): PushRequest {
  const { mode, format, originalId } = callback
  const write = format === 'xml' ? toXmlText : toJsonText
  const fields = { ...toEnvelope(push.event, push.at, { appid, originalId }), ...push.fields }
  const contentType = format === 'xml' ? 'text/xml' : 'application/json'
  const query = signedQuery(callback, moment)
  if (mode === 'plain') {
    return { url: withQuery(callback.url, query), contentType, body: write(fields) }
  }
  const random = moment.random.subarray(0, RANDOM_BYTES)
  const Encrypt = seal(write(fields), { encodingAesKey: callback.encodingAesKey, appid }, random)
  const visible: PushFields = mode === 'safe' ? { ToUserName: originalId } : fields
  const { timestamp, nonce } = query
  // Who sent it: the same in the query as in the event.
  const openid = String(fields.FromUserName)
  const url = withQuery(callback.url, {
    ...query,
    openid,
    encrypt_type: 'aes',
    msg_signature: signPush(callback.token, timestamp, nonce, Encrypt),
  })
  return { url, contentType, body: write({ ...visible, Encrypt }) }
}

/** The question that WeChat asks of a URL when it is set; the answer must be `echostr` itself. */
export function composeVerification(callback: WechatCallback, moment: Moment) {
  const echostr = numberFrom(moment.random.subarray(0, 8))
  const url = withQuery(callback.url, { ...signedQuery(callback, moment), echostr })
  return { url, echostr }
}

function signedQuery({ token }: WechatCallback, { now, random }: Moment) {
  const timestamp = String(Math.floor(now / 1000))
  const nonce = numberFrom(random.subarray(RANDOM_BYTES, RANDOM_BYTES + 4))
  return { signature: signPush(token, timestamp, nonce), timestamp, nonce }
}

/** WeChat's nonces and echo strings are decimal digits. */
function numberFrom(bytes: Uint8Array): string {
  return BigInt(`0x${Buffer.from(bytes).toString('hex')}`).toString()
}

function withQuery(url: string, query: Readonly<Record<string, string>>): string {
  const target = new URL(url)
  for (const [name, value] of Object.entries(query)) target.searchParams.set(name, value)
  return target.href
}

/** Empty, `success`, or a reply sealed with the key: all else was not the receiver's answer. */
export function isAcknowledged(answer: string, key: Seal): boolean {
  const sealed = sealedIn(answer)
  if (sealed !== null) return unseal(sealed, key) !== null
  return /^\s*(?:"?success"?)?\s*$/i.test(answer)
}

/** `Encrypt` of XML or of JSON, in which some write a slash as `\/`; null when there is none. */
function sealedIn(answer: string): string | null {
  const [, inXml] = SEALED_XML.exec(answer) ?? []
  if (inXml !== undefined) return inXml
  try {
    const { Encrypt } = Object(JSON.parse(answer))
    return typeof Encrypt === 'string' ? Encrypt : null
  } catch {
    return null
  }
}

/** The element Encrypt, maybe with CDATA, then base64. */
const SEALED_XML = /<Encrypt>\s*(?:<!\[CDATA\[)?([A-Za-z0-9+/=]+)/
