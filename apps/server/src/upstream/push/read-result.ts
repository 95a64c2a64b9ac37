/**
 * What a pushed `wxa_media_check` says, in either shape. Pure.
 *
 * WeChat pushes every event of an app to one address: null is an event of another kind, or of another
 * app. What is a result and cannot be read is one without an answer. Numbers may be texts.
 *
 * Source: https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/sec-check/mediaCheckAsync.html
 */

import type { AskResult, UpstreamPush } from '@fangxing/storage'
import type { UpstreamCode } from '../upstream.ts'
import { isTraceId, toOpinion } from '../wechat-upstream.ts'
import type { Fields } from './read-message.ts'

const EVENT = 'wxa_media_check'

/** The older shape has the number as 32 bits without a sign. */
const UNSIGNED = 2 ** 32
const NOT_FETCHED = -1008

export function readResult(fields: Fields, appid: string): UpstreamPush['result'] {
  const { Event, trace_id: traceId, version, result, errcode } = fields
  if (Event !== EVENT || !isTraceId(traceId) || isOfAnother(fields, appid)) return null
  const isSecond = Number(version) === 2 || result !== undefined || errcode !== undefined
  return { traceId, said: isSecond ? readSecond(fields, traceId) : readFirst(fields, traceId) }
}

function isOfAnother({ appid }: Fields, ours: string): boolean {
  return appid !== undefined && appid !== ours
}

function readSecond({ errcode = 0, result }: Fields, traceId: string): AskResult {
  const number = Number(errcode)
  if (number !== 0) return trouble(toCode(number))
  const opinion = toOpinion(result)
  return opinion === null ? trouble('ANSWER_UNKNOWN') : { answer: { ...opinion, traceId } }
}

function readFirst({ isrisky, status_code = 0 }: Fields, traceId: string): AskResult {
  const number = Number(status_code)
  if (number !== 0) return trouble(toCode(number >= UNSIGNED / 2 ? number - UNSIGNED : number))
  if (String(isrisky) === '0') return { answer: { suggest: 'pass', label: 100, traceId } }
  if (String(isrisky) === '1') return { answer: { suggest: 'risky', label: 21000, traceId } }
  return trouble('ANSWER_UNKNOWN')
}

function toCode(number: number): UpstreamCode {
  if (Number.isNaN(number)) return 'ANSWER_UNKNOWN'
  return number === NOT_FETCHED ? 'NOT_FETCHED' : 'REFUSED'
}

function trouble(code: UpstreamCode): AskResult {
  return { trouble: code }
}
