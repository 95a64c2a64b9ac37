/**
 * What holds for every path of the dialect: how bodies are read, how errors are answered.
 *
 * Clients send JSON under any content type but that of forms, or none. A logical error is HTTP 200 with `errcode` and
 * an `errmsg` that ends with ` rid: …`, which is the request id of our log.
 */

import { AppError } from '@fangxing/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '../http/app.ts'
import { logError, toAppError } from '../http/error-edge.ts'
import type { Ports } from '../ports.ts'
import { WECHAT_CODES, type WechatNumber } from './codes.ts'
import { ERROR_NUMBERS } from './error-numbers.ts'
import { WechatRefusal } from './refusal.ts'

export function speakDialect(app: App, { log }: Ports): void {
  app.removeContentTypeParser(['application/json', 'text/plain'])
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))

  app.setErrorHandler((error, request, reply) => {
    if (error instanceof WechatRefusal) return sendRefusal(request, reply, error.errcode)
    const refusal = toAppError(error)
    logError(log, request, refusal)
    return sendRefusal(request, reply, ERROR_NUMBERS[refusal.code])
  })
}

export function sendRefusal(
  request: FastifyRequest,
  reply: FastifyReply,
  errcode: WechatNumber,
  more: object = {},
): FastifyReply {
  const errmsg = `${WECHAT_CODES[errcode].errmsg} rid: ${request.id}`
  return sendJson(reply, { errcode, errmsg, ...more })
}

export function sendOk(reply: FastifyReply, fields: object = {}): FastifyReply {
  return sendJson(reply, { errcode: 0, errmsg: 'ok', ...fields })
}

/** As text: with an object the framework would look for a schema first. */
export function sendJson(reply: FastifyReply, body: object): FastifyReply {
  return reply
    .code(200)
    .header('content-type', 'application/json; charset=utf-8')
    .send(JSON.stringify(body))
}

const utf8 = new TextDecoder('utf-8', { fatal: true })
/** What a lenient decoder writes for bytes that are no UTF-8, and what a strict one takes off. */
const SUSPECTS = /[\ufffd\ufeff]/

/** Throws on bytes that are no UTF-8. */
function decode(bytes: Buffer): string {
  const text = bytes.toString()
  return SUSPECTS.test(text) ? utf8.decode(bytes) : text
}

export type Fields = Readonly<Record<string, unknown>>

/** The body as a JSON object. 44002 when there is none, 47001 when it is anything else. */
export function readBody(request: FastifyRequest): Fields {
  const bytes = request.body
  if (!Buffer.isBuffer(bytes) || bytes.length === 0) throw new WechatRefusal(44002)
  let body: unknown
  try {
    body = JSON.parse(decode(bytes))
  } catch {
    throw new WechatRefusal(47001)
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new WechatRefusal(47001)
  }
  return body as Fields
}

export function requirePost(request: FastifyRequest): void {
  if (request.method !== 'POST') throw new WechatRefusal(43002)
}

/** The code of an `AppError`, else undefined: for callers that answer some codes differently. */
export function codeOf(error: unknown): AppError['code'] | undefined {
  return error instanceof AppError ? error.code : undefined
}
