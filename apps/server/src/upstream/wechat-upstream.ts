/**
 * The official content checks of WeChat as an upstream.
 *
 * A text goes to the second shape when its writer is known and it fits, else to the first, which
 * knows only good and bad. A label that is not of the table counts as 21000. A sound is fetched by
 * WeChat itself, from the address that the app gave; its result comes by push (`push/`).
 *
 * Source: https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/sec-check/msgSecCheck.html,
 * …/imgSecCheck.html, …/mediaCheckAsync.html
 */

import { LABELS, type Label } from '@fangxing/contract'
import type { CheckedText, CheckSuggestion } from '@fangxing/storage'
import {
  type Upstream,
  type UpstreamAnswer,
  type UpstreamSound,
  type UpstreamText,
  UpstreamTrouble,
} from './upstream.ts'
import {
  type Answered,
  openWechatCall,
  type WechatCall,
  type WechatCredentials,
} from './wechat-call.ts'

const RISKY_CONTENT = 87014
/** As `media_type`. */
const SOUND = 1
const MAX_CHARACTERS = 2500
const FIELDS_OF_SECOND = ['title', 'nickname', 'signature']
const OTHER: Label = 21000
const SUGGESTIONS: readonly CheckSuggestion[] = ['pass', 'review', 'risky']

export function openWechatUpstream(credentials: WechatCredentials, now: () => number): Upstream {
  const call = openWechatCall(credentials, now)
  return {
    name: 'wechat',
    checkText: (text, signal) => checkText(call, text, signal),

    async checkPicture(bytes, signal) {
      const form = new FormData()
      form.set('media', new Blob([new Uint8Array(bytes)]), 'picture')
      return toPlainAnswer(await call('/wxa/img_sec_check', form, signal))
    },

    requestSound: (sound, signal) => requestSound(call, sound, signal),
  }
}

async function checkText(
  call: WechatCall,
  { texts, scene, openid }: UpstreamText,
  signal: AbortSignal,
): Promise<UpstreamAnswer> {
  const content = textOf(texts, 'content')
  if (openid === null || [...content].length > MAX_CHARACTERS) {
    // All fields in one: the first shape has no others.
    const whole = texts.map(({ text }) => text).join('\n')
    const body = JSON.stringify({ content: whole })
    return toPlainAnswer(await call('/wxa/msg_sec_check', body, signal))
  }
  const others = FIELDS_OF_SECOND.flatMap((field) => {
    const text = textOf(texts, field)
    return text === '' ? [] : [[field, text]]
  })
  const body = { version: 2, scene, openid, content, ...Object.fromEntries(others) }
  return toAnswer(await call('/wxa/msg_sec_check', JSON.stringify(body), signal))
}

async function requestSound(
  call: WechatCall,
  { url, scene, openid }: UpstreamSound,
  signal: AbortSignal,
): Promise<string> {
  const first = { media_url: url, media_type: SOUND }
  const body = openid === null ? first : { ...first, version: 2, scene, openid }
  const answer = await call('/wxa/media_check_async', JSON.stringify(body), signal)
  const { errcode, errmsg, trace_id } = answer
  if (errcode !== 0) throw new UpstreamTrouble('REFUSED', `${errcode} ${String(errmsg ?? '')}`)
  if (!isTraceId(trace_id)) throw new UpstreamTrouble('ANSWER_UNKNOWN', 'no trace_id')
  return trace_id
}

/** Its own are 26 or 32 characters. */
export function isTraceId(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= 128
}

function textOf(texts: readonly CheckedText[], field: string): string {
  return texts.find((one) => one.field === field)?.text ?? ''
}

function toPlainAnswer({ errcode, errmsg }: Answered): UpstreamAnswer {
  if (errcode === 0) return { suggest: 'pass', label: 100, traceId: null }
  if (errcode === RISKY_CONTENT) return { suggest: 'risky', label: OTHER, traceId: null }
  throw new UpstreamTrouble('REFUSED', `${errcode} ${String(errmsg ?? '')}`)
}

function toAnswer({ errcode, errmsg, result, trace_id }: Answered): UpstreamAnswer {
  if (errcode !== 0) throw new UpstreamTrouble('REFUSED', `${errcode} ${String(errmsg ?? '')}`)
  const opinion = toOpinion(result)
  if (opinion === null) throw new UpstreamTrouble('ANSWER_UNKNOWN', 'no result.suggest')
  return { ...opinion, traceId: typeof trace_id === 'string' ? trace_id : null }
}

/** The object `result` of an answer or a push; null when it is none. */
export function toOpinion(result: unknown): Omit<UpstreamAnswer, 'traceId'> | null {
  const { suggest, label } = (result ?? {}) as Readonly<Record<string, unknown>>
  const known = SUGGESTIONS.find((one) => one === suggest)
  return known === undefined ? null : { suggest: known, label: toLabel(label) }
}

/** Labels have been seen as strings. */
function toLabel(label: unknown): Label {
  const number = Number(label)
  return number in LABELS ? (number as Label) : OTHER
}
