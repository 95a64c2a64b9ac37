/**
 * WeChat on the other side: what it is set up with, the pushes that it sends, and a sound to ask about.
 */

import type { WechatCallback } from '@fangxing/storage'
import { composePush, composeVerification } from '../src/wechat/push/compose-push.ts'
import type { Instance } from './instance.ts'
import type { Scenery } from './media-studio.ts'

export const THEIRS = 'wxtheirs'
export const TOKEN = 'theirToken123'
export const AES_KEY = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG'
export const PUSH = { mode: 'safe', token: TOKEN, encodingAesKey: AES_KEY, waitMinutes: 20 }
/** A busy machine is no slow WeChat. */
export const PATIENT = { cacheSeconds: 0, timeoutMs: 10_000 }
export const SETTINGS = { kind: 'wechat', appid: THEIRS, secret: 'a secret 1234', ...PATIENT }

export interface Pushing {
  readonly mode?: WechatCallback['mode']
  readonly format?: WechatCallback['format']
  readonly token?: string
  readonly at?: number
}

let randoms = 0

/** A push as WeChat would send it, ready for `inject`. */
export function pushed(
  { wallClock }: Instance,
  ours: string,

  fields: object,
  { mode = 'safe', format = 'json', token = TOKEN, at }: Pushing = {},
) {
  randoms += 1
  const random = Buffer.alloc(24, randoms)
  const now = at ?? wallClock.now()
  const url = `http://localhost/upstream/${ours}/push`
  const callback = { url, token, encodingAesKey: AES_KEY, mode, format, originalId: 'gh_t' }
  const event = {
    event: 'wxa_media_check',
    at: now,
    fields: { appid: THEIRS, version: 2, ...fields },
  }
  const made = composePush(event, callback as WechatCallback, THEIRS, { now, random })
  const { pathname, search } = new URL(made.url)
  return {
    method: 'POST' as const,
    url: pathname + search,
    headers: { 'content-type': made.contentType },
    payload: made.body,
  }
}

/** A tenth of a second of silence that can be written anew, and what the studio hears in it. */
export function silence(scenery: Scenery): Buffer {
  const header = Buffer.alloc(44)
  header.write('RIFF', 0)
  header.writeUInt32LE(36 + 1600, 4)
  header.write('WAVEfmt ', 8)
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(1, 22)
  header.writeUInt32LE(8000, 24)
  header.writeUInt32LE(16_000, 28)
  header.writeUInt16LE(2, 32)
  header.writeUInt16LE(16, 34)
  header.write('data', 36)
  header.writeUInt32LE(1600, 40)
  return Buffer.concat([header, Buffer.alloc(1600), Buffer.from(`|${JSON.stringify(scenery)}`)])
}

/** The question that it asks of an address, and the answer that it wants. */
export function verification({ wallClock }: Instance, ours: string, token: string) {
  const url = `http://localhost/upstream/${ours}/push`
  const moment = { now: wallClock.now(), random: Buffer.alloc(24, 9) }
  const made = composeVerification({ url, token } as WechatCallback, moment)
  const { pathname, search } = new URL(made.url)
  return { request: { method: 'GET' as const, url: pathname + search }, echostr: made.echostr }
}
