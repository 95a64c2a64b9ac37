/**
 * A push in WeChat's manner. The receiver must acknowledge it: empty, `success`, or an encrypted
 * reply. Anything else, 200 or not, is tried again.
 *
 * A test asks the question that WeChat asks when a URL is set: the receiver must echo it.
 */

import type { ClaimedDelivery, WechatCallback } from '@fangxing/storage'
import { OutboundTrouble } from '../outbound/index.ts'
import {
  composePush,
  composeVerification,
  isAcknowledged,
  MOMENT_BYTES,
  type Moment,
  type Push,
} from '../wechat/push/compose-push.ts'
import { callReceiver, toFailure } from './post.ts'
import { TEST_KIND } from './schedule.ts'
import { DELIVERED, failed, type Outside, type Send, type Sent } from './sender.ts'

export const sendWechat: Send = (delivery, { wechat }, outside, now) => {
  if (wechat === null) return Promise.resolve(failed('NOT_SET', {}, { isFinal: true }))
  const moment = { now, random: outside.randomBytes(MOMENT_BYTES) }
  return delivery.kind === TEST_KIND
    ? verify(wechat, outside, moment)
    : push(delivery, wechat, outside, moment)
}

async function push(
  { appid, body }: ClaimedDelivery,
  wechat: WechatCallback,
  outside: Outside,
  moment: Moment,
): Promise<Sent> {
  const request = composePush(body as Push, wechat, appid, moment)
  const headers = { 'content-type': request.contentType }
  const answer = await callReceiver(
    request.url,
    { method: 'POST', body: request.body, headers },
    outside,
  )
  if (answer instanceof OutboundTrouble) return toFailure(answer)
  const { status, text, trouble } = answer
  if (status !== 200) return failed('ANSWERED', { status })
  if (trouble !== null) return toFailure(trouble)
  const { encodingAesKey } = wechat
  return isAcknowledged(text, { encodingAesKey, appid })
    ? DELIVERED
    : failed('NOT_ACKNOWLEDGED', { length: text.length })
}

async function verify(wechat: WechatCallback, outside: Outside, moment: Moment): Promise<Sent> {
  const { url, echostr } = composeVerification(wechat, moment)
  const answer = await callReceiver(url, { method: 'GET' }, outside)
  if (answer instanceof OutboundTrouble) return toFailure(answer)
  const { status, text } = answer
  if (status !== 200) return failed('ANSWERED', { status })
  return text.trim() === echostr ? DELIVERED : failed('NOT_ECHOED', { length: text.length })
}
