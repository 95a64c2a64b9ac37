/**
 * What holds for every path of Baidu's: how bodies are read, who a token belongs to, how errors are
 * answered.
 *
 * An answer is `{errno, msg, data}` with HTTP 200; what the gateway refuses (a token) is
 * `{error_code, error_msg}` instead. Bodies are forms, or JSON where the call says so.
 */

import type { AppError } from '@fangxing/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '../http/app.ts'
import { logError, toAppError } from '../http/error-edge.ts'
import type { Ports } from '../ports.ts'
import { type Fields, sendJson } from '../wechat/dialect.ts'
import type { Problem } from './fields.ts'

/** The only number that the documents of submission name. */
export const PARAMETER_ERROR = 40001
/** Ours, for what the documents have no number for: try again later. */
const BUSY = 2

/** Of the gateway, as the content censor of the same house documents them. */
const GATEWAY = {
  missing: { error_code: 100, error_msg: 'Invalid parameter' },
  unknown: { error_code: 110, error_msg: 'Access token invalid or no longer valid' },
  expired: { error_code: 111, error_msg: 'Access token expired' },
  day: { error_code: 17, error_msg: 'Open api daily request limit reached' },
  minute: { error_code: 18, error_msg: 'Open api qps request limit reached' },
} as const

function limitOf({ details }: AppError) {
  return details.window === 'day' ? GATEWAY.day : GATEWAY.minute
}

export class BaiduRefusal extends Error {
  override readonly name = 'BaiduRefusal'
  readonly body: object

  constructor(body: object) {
    super(JSON.stringify(body))
    this.body = body
  }
}

export function speakBaidu(app: App, { log }: Ports): void {
  app.removeContentTypeParser(['application/json', 'text/plain'])
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof BaiduRefusal) return sendJson(reply, error.body)
    const refusal = toAppError(error)
    logError(log, request, refusal)
    if (refusal.code === 'RATE_LIMITED') return sendJson(reply, limitOf(refusal))
    const isOurs = refusal.code === 'INTERNAL' || refusal.code === 'STORAGE_UNAVAILABLE'
    const errno = isOurs ? BUSY : PARAMETER_ERROR
    return sendJson(reply, { errno, msg: `${refusal.message} (${request.id})`, data: '' })
  })
}

export function sendSuccess(reply: FastifyReply, answered: unknown = ''): FastifyReply {
  return sendJson(reply, { errno: 0, msg: 'success', data: answered })
}

/** Every problem at once, each with what was met and what is allowed. */
export function refuseFields(problems: readonly Problem[]): never {
  throw new BaiduRefusal({ errno: PARAMETER_ERROR, msg: problems.join('; '), data: '' })
}

const utf8 = new TextDecoder('utf-8')

/** Query and form together, as Baidu's clients send them by turns; the form wins. */
export function readForm(request: FastifyRequest): Fields {
  const { body } = request
  const text = body instanceof Uint8Array ? utf8.decode(body) : ''
  const isJson = text.trimStart().startsWith('{')
  const sent = isJson ? readJson(text) : Object.fromEntries(new URLSearchParams(text))
  return { ...(request.query as Fields), ...(sent as Fields) }
}

export function readJsonBody(request: FastifyRequest): unknown {
  return readJson(request.body instanceof Uint8Array ? utf8.decode(request.body) : '')
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return refuseFields(['body: not JSON'])
  }
}

export async function appOfToken(ports: Ports, request: FastifyRequest): Promise<string> {
  const token = (request.query as Fields).access_token ?? readForm(request).access_token
  if (typeof token !== 'string' || token === '') throw new BaiduRefusal(GATEWAY.missing)
  const state = await ports.storage.tokens.find(token, ports.wallClock.now())
  if (state.kind === 'valid') return state.appid
  throw new BaiduRefusal(GATEWAY[state.kind])
}
