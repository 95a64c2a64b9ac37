/**
 * What an app hears of a file that was looked at: WeChat's event, in the shape of the request, and
 * an event of its webhook. Pure.
 *
 * Receivers of WeChat's events know a repetition by sender and second, and many results fall into
 * one second: so each has a sender of its own, which stays the same when it is sent again.
 *
 * Source: https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/sec-check/mediaCheckAsync.html
 */

import type { MediaCheck, MediaTold, PushDraft, Trouble } from '@fangxing/storage'
import { toMediaDetail, toMediaExtension, toMediaLabel } from '../wechat/media-answer.ts'
import { senderOf } from '../wechat/push/message.ts'
import type { JudgedMedia } from './judge-media.ts'

const EVENT = 'wxa_media_check'
const WEBHOOK_EVENT = 'media.checked'

/** A receiver that hangs holds up one lane and one sender of ours; two keep up with the quota. */
const LANES = 2

export interface Telling {
  readonly at: number
  readonly isPushedLonger: boolean
}

/** -1008 is WeChat's for a file that cannot be fetched; -1009 was seen and means a bad file here. */
const ERRCODE: Readonly<Record<string, number>> = { WRONG_TYPE: -1009, TOO_LATE: -1 }
const NOT_FETCHED = -1008

/** The older shape has the number as 32 bits without a sign. */
const UNSIGNED = 2 ** 32

export function tellAnswer(check: MediaCheck, judged: JudgedMedia, telling: Telling): MediaTold {
  const { suggest, label } = judged
  const extension = toMediaExtension(check.id, judged)
  const fields =
    check.shape === 1
      ? { ...firstShape(check, 0), isrisky: suggest === 'pass' ? 0 : 1 }
      : {
          ...secondShape(check),
          detail: toMediaDetail(judged),
          errcode: 0,
          errmsg: 'ok',
          result: { suggest, label: toMediaLabel(label) },
        }
  const more = check.hasExtension ? { fangxing: extension } : {}
  return told(check, { ...fields, ...more }, telling, { errcode: 0, ...extension })
}

export function tellFailure(check: MediaCheck, trouble: Trouble, telling: Telling): MediaTold {
  const errcode = ERRCODE[trouble.code] ?? NOT_FETCHED
  const fields =
    check.shape === 1
      ? { ...firstShape(check, UNSIGNED + errcode), isrisky: 0 }
      : { ...secondShape(check), detail: [], errcode, errmsg: describe(trouble) }
  const more = check.hasExtension ? { fangxing: { check_id: check.id, trouble } } : {}
  const body = { check_id: check.id, errcode, trouble }
  return told(check, { ...fields, ...more }, telling, body)
}

function firstShape({ id, appid }: MediaCheck, statusCode: number) {
  return { extra_info_json: '', appid, trace_id: id, status_code: statusCode }
}

function secondShape({ id, appid }: MediaCheck) {
  return { appid, trace_id: id, version: 2 }
}

function told(
  { id, appid, url, kind }: MediaCheck,
  fields: PushDraft['fields'],
  { at, isPushedLonger }: Telling,
  body: Readonly<Record<string, unknown>>,
): MediaTold {
  const lane = `${appid}/media/${Number.parseInt(id.slice(-2), 16) % LANES}`
  const push = { event: EVENT, at, lane, isTriedLonger: isPushedLonger }
  return {
    pushes: [{ ...push, fields: { FromUserName: senderOf(id), ...fields } }],
    webhookEvents: [{ kind: WEBHOOK_EVENT, at, body: { media_url: url, kind, ...body } }],
  }
}

function describe({ code, details }: Trouble): string {
  const values = Object.entries(details).map(([name, value]) => ` ${name}=${value}`)
  return `${code.toLowerCase().replaceAll('_', ' ')}${values.join('')}`
}
