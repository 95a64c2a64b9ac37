/**
 * How WeChat's pushes are signed: SHA-1 over the parts, sorted and joined.
 *
 * Source: 消息推送 https://developers.weixin.qq.com/miniprogram/dev/framework/server-ability/message-push.html
 */

import { createHash } from 'node:crypto'

/** `signature` of token, timestamp, nonce; `msg_signature` of these and Encrypt. In any order. */
export function signPush(...parts: readonly string[]): string {
  return createHash('sha1').update(parts.toSorted().join('')).digest('hex')
}
