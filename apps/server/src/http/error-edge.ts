/**
 * The one place where an error becomes an answer of the native interface, and a log line.
 *
 * What the caller caused is answered and, below 500, not logged as ours. What we caused is logged
 * once with the request id; its text never reaches the caller.
 */

import { AppError } from '@fangxing/contract'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import type { Log } from '../log.ts'
import type { App } from './app.ts'
import { chooseLanguage } from './language.ts'
import { HTTP_STATUS, toProblem } from './problem.ts'

/** What Fastify and its plugins refuse, in our words. */
const REFUSALS_OF_THE_FRAMEWORK: Readonly<Record<string, () => AppError>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: () => new AppError('REQUEST_TOO_LARGE'),
  FST_REQ_FILE_TOO_LARGE: () => new AppError('PACKAGE_TOO_LARGE'),
}

export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  if (hasZodFastifySchemaValidationErrors(error)) {
    const fields = error.validation.map(
      ({ instancePath, message }) =>
        `${error.validationContext ?? 'body'}${instancePath}: ${message}`,
    )
    return new AppError('REQUEST_MALFORMED', { fields })
  }
  const { code, statusCode, message } = asFastifyError(error)
  const refusal = REFUSALS_OF_THE_FRAMEWORK[code]
  if (refusal) return refusal()
  if (statusCode >= 400 && statusCode < 500) {
    return new AppError('REQUEST_MALFORMED', { because: message }, { cause: error })
  }
  return new AppError('INTERNAL', {}, { cause: error })
}

/** What an error is told of: who asked, and for what. */
export type AskedFrom = Pick<FastifyRequest, 'id' | 'method' | 'url'>

/** One line per error of ours, with what caused it; nothing for what a caller got wrong. */
export function logError(log: Log, request: AskedFrom, error: AppError): void {
  if (HTTP_STATUS[error.code] < 500) return
  const path = request.url.split('?')[0]
  const cause =
    error.cause instanceof Error ? (error.cause.stack ?? error.cause.message) : error.stack
  log(
    `error ${error.code} requestId=${request.id} ${request.method} ${path} ` +
      `${String(cause).replaceAll(/\s*\n\s*/g, ' | ')}`,
  )
}

export function answerErrors(app: App, log: Log): void {
  app.setErrorHandler((error, request, reply) => {
    const refusal = toAppError(error)
    logError(log, request, refusal)
    return sendProblem(request, reply, refusal)
  })
}

export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  error: AppError,
): FastifyReply {
  const language = chooseLanguage(request.headers['accept-language'])
  return reply
    .code(HTTP_STATUS[error.code])
    .header('content-language', language === 'zh' ? 'zh-CN' : 'en')
    .type('application/problem+json; charset=utf-8')
    .serializer((payload: unknown) => JSON.stringify(payload))
    .send(toProblem(error, language, request.id))
}

function asFastifyError(error: unknown): { code: string; statusCode: number; message: string } {
  const { code, statusCode, message } = error as Partial<FastifyError>
  return { code: code ?? '', statusCode: statusCode ?? 500, message: message ?? '' }
}
