/**
 * The typed client: texts, pictures, recordings, users, and what people decided.
 *
 * Speaks the dialect of WeChat's API, so it can also call that; the reasons (`hits`, `findings`)
 * and decisions are told by a Fangxing server only.
 */

import { ClientError } from './errors.ts'
import { type Fields, openTransport, type Transport } from './transport.ts'
import type {
  Client,
  ClientOptions,
  Decision,
  Finding,
  Hit,
  MediaDraft,
  PictureAnswer,
  Scene,
  Suggestion,
  TextAnswer,
} from './types.ts'

const COMMENT: Scene = 2
const RISKY_CONTENT = 87014

/** 3 is an extension of a Fangxing server: WeChat has no video here. */
const MEDIA_NUMBERS: Readonly<Record<MediaDraft['kind'], number>> = {
  sound: 1,
  picture: 2,
  video: 3,
}

export function createClient(options: ClientOptions): Client {
  const { call, get } = openTransport(options)
  const callJson = (path: string, body: object) => call(path, JSON.stringify(body))

  return {
    call: callJson,

    async checkText({ scene = COMMENT, ...texts }) {
      return toTextAnswer(await callJson('/wxa/msg_sec_check', { version: 2, scene, ...texts }))
    },

    checkPicture: (picture) => checkPicture(call, picture),

    async checkMedia({ url, kind, openid, scene = COMMENT }) {
      const media_type = MEDIA_NUMBERS[kind]
      const body = { media_url: url, media_type, version: 2, scene, openid }
      const { trace_id } = await callJson('/wxa/media_check_async', body)
      return { traceId: asText(trace_id, 'trace_id') }
    },

    async getUserRisk({ clientIp, mobileNo, emailAddress, ...rest }) {
      const body = {
        ...{ appid: options.appid, client_ip: clientIp, ...rest },
        ...{ mobile_no: mobileNo, email_address: emailAddress },
      }
      const { risk_rank } = await callJson('/wxa/getuserriskrank', body)
      if (typeof risk_rank === 'number') return { rank: risk_rank }
      throw new ClientError('ANSWER_UNKNOWN', 'The answer has no risk_rank.')
    },

    async findDecision(traceId) {
      const found = await get(`/v1/cases/${encodeURIComponent(traceId)}`)
      return (found?.decision ?? null) as Decision | null
    },
  }
}

async function checkPicture(
  call: Transport['call'],
  picture: Blob | Uint8Array,
): Promise<PictureAnswer> {
  const form = new FormData()
  const blob = picture instanceof Blob ? picture : new Blob([new Uint8Array(picture)])
  form.set('media', blob, 'picture')
  try {
    await call('/wxa/img_sec_check', form)
    return { suggest: 'pass' }
  } catch (error) {
    if (error instanceof ClientError && error.code === RISKY_CONTENT) return { suggest: 'risky' }
    throw error
  }
}

function toTextAnswer({ result, trace_id, detail, fangxing }: Fields): TextAnswer {
  const { suggest, label } = (result ?? {}) as Fields
  if (!isSuggestion(suggest)) {
    throw new ClientError('ANSWER_UNKNOWN', 'The answer has no result.suggest.')
  }
  const { hits = [], findings = [] } = (fangxing ?? {}) as {
    readonly hits?: readonly Hit[]
    readonly findings?: readonly Fields[]
  }
  return {
    suggest,
    label: Number(label),
    traceId: asText(trace_id, 'trace_id'),
    detail: (detail ?? []) as TextAnswer['detail'],
    hits,
    findings: findings.map(toFinding),
  }
}

function asText(value: unknown, field: string): string {
  if (typeof value === 'string' && value !== '') return value
  throw new ClientError('ANSWER_UNKNOWN', `The answer has no ${field}.`)
}

function isSuggestion(value: unknown): value is Suggestion {
  return value === 'pass' || value === 'review' || value === 'risky'
}

function toFinding({ rule_id, clause_id, clause_words, message }: Fields): Finding {
  return {
    ruleId: String(rule_id),
    clauseId: String(clause_id),
    clauseWords: String(clause_words),
    message: message as Finding['message'],
  }
}
