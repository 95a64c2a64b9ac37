/**
 * How WeChat's pushes are encrypted, and read again.
 *
 * AES-256-CBC; the key is the EncodingAESKey read as base64, its first half is the vector. What is
 * encrypted: 16 random bytes, the length of the message in four bytes, the message, the appid,
 * filled up to a multiple of 32 bytes (PKCS#7, so that block is larger than the cipher's).
 *
 * Source: 消息加密 https://developers.weixin.qq.com/miniprogram/dev/framework/server-ability/message-push.html
 */

import { createCipheriv, createDecipheriv } from 'node:crypto'

export const RANDOM_BYTES = 16
const LENGTH_BYTES = 4
const BLOCK = 32

/** 43 characters, which WeChat reads as base64 of 32 bytes without its `=`. */
export const AES_KEY_FORM = /^[A-Za-z0-9+/]{43}$/

export interface Seal {
  readonly encodingAesKey: string
  readonly appid: string
}

/** `random` is 16 bytes that nobody can guess. Returns base64. */
export function seal(message: string, { encodingAesKey, appid }: Seal, random: Uint8Array): string {
  const body = Buffer.from(message)
  const length = Buffer.alloc(LENGTH_BYTES)
  length.writeUInt32BE(body.byteLength)
  const plain = Buffer.concat([random, length, body, Buffer.from(appid)])
  const missing = BLOCK - (plain.byteLength % BLOCK)
  const key = toKey(encodingAesKey)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const padded = Buffer.concat([plain, Buffer.alloc(missing, missing)])
  return Buffer.concat([cipher.update(padded), cipher.final()]).toString('base64')
}

/** The message, or null when it was not sealed with this key for this app. */
export function unseal(encrypted: string, { encodingAesKey, appid }: Seal): string | null {
  const key = toKey(encodingAesKey)
  const cipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  try {
    const padded = Buffer.concat([cipher.update(encrypted, 'base64'), cipher.final()])
    const plain = padded.subarray(0, padded.byteLength - (padded.at(-1) ?? 0))
    const start = RANDOM_BYTES + LENGTH_BYTES
    const end = start + plain.readUInt32BE(RANDOM_BYTES)
    const isForApp = plain.subarray(end).toString() === appid
    return isForApp ? plain.subarray(start, end).toString() : null
  } catch {
    return null
  }
}

function toKey(encodingAesKey: string): Buffer {
  return Buffer.from(`${encodingAesKey}=`, 'base64')
}
