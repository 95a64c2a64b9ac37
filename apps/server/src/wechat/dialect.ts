/**
 * What holds for every path of the dialect: how bodies are read, how errors are answered.
 *
 * Clients send JSON under any content type but that of forms, or none. A logical error is HTTP 200 with `errcode` and
 * an `errmsg` that ends with ` rid: …`, which is the request id of our log.
 */

import { isUtf8 } from 'node:buffer'
import { AppError } from '@fangxing/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '../http/app.ts'
import { type AskedFrom, logError, toAppError } from '../http/error-edge.ts'
import type { Log } from '../log.ts'
import type { Ports } from '../ports.ts'
import { WECHAT_CODES, type WechatNumber } from './codes.ts'
import { ERROR_NUMBERS } from './error-numbers.ts'
import { WechatRefusal } from './refusal.ts'

/** Source: RFC 9110 §8.3.1 */
const MEDIA_TYPE = /^[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+[ \t]*(?:;|$)/

export function speakDialect(app: App, { log }: Ports): void {
  app.removeContentTypeParser(['application/json', 'text/plain'])
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))

  // What is no media type says nothing about the body; the framework would refuse it.
  app.addHook('onRequest', ({ headers }, _reply, done) => {
    const type = headers['content-type']
    if (type !== undefined && !MEDIA_TYPE.test(type)) delete headers['content-type']
    done()
  })

  app.setErrorHandler((error, request, reply) => sendText(reply, toErrorText(log, request, error)))
}

/** The answer to whoever asked for what failed so; what we caused is logged. */
export function toErrorText(log: Log, request: AskedFrom, error: unknown): string {
  if (error instanceof WechatRefusal) return toRefusalText(request, error.errcode)
  const refusal = toAppError(error)
  logError(log, request, refusal)
  return toRefusalText(request, ERROR_NUMBERS[refusal.code])
}

export function toRefusalText(
  request: Pick<AskedFrom, 'id'>,
  errcode: WechatNumber,
  more: object = {},
): string {
  const errmsg = `${WECHAT_CODES[errcode].errmsg} rid: ${request.id}`
  return JSON.stringify({ errcode, errmsg, ...more })
}

export function toOkText(fields: object = {}): string {
  return JSON.stringify({ errcode: 0, errmsg: 'ok', ...fields })
}

export function sendRefusal(
  request: FastifyRequest,
  reply: FastifyReply,
  errcode: WechatNumber,
  more: object = {},
): FastifyReply {
  return sendText(reply, toRefusalText(request, errcode, more))
}

export function sendOk(reply: FastifyReply, fields: object = {}): FastifyReply {
  return sendText(reply, toOkText(fields))
}

export function sendJson(reply: FastifyReply, body: object): FastifyReply {
  return sendText(reply, JSON.stringify(body))
}

export const CONTENT_TYPE = 'application/json; charset=utf-8'

/** JSON as text: with an object the framework would look for a schema first. */
export function sendText(reply: FastifyReply, json: string): FastifyReply {
  return reply.code(200).header('content-type', CONTENT_TYPE).send(json)
}

const BYTE_ORDER_MARK = 0xfeff

/** Throws on bytes that are no UTF-8. */
function decode(bytes: Buffer): string {
  if (!isUtf8(bytes)) throw new WechatRefusal(47001)
  const text = bytes.toString()
  return text.charCodeAt(0) === BYTE_ORDER_MARK ? text.slice(1) : text
}

export type Fields = Readonly<Record<string, unknown>>

/** The body as a JSON object. 44002 when there is none, 47001 when it is anything else. */
export function readBody({ body: bytes }: { readonly body?: unknown }): Fields {
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

export function requirePost({ method }: { readonly method: string }): void {
  if (method !== 'POST') throw new WechatRefusal(43002)
}

/** The code of an `AppError`, else undefined: for callers that answer some codes differently. */
export function codeOf(error: unknown): AppError['code'] | undefined {
  return error instanceof AppError ? error.code : undefined
}
