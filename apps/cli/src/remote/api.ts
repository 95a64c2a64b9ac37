/**
 * A Fangxing server as seen from the command line.
 *
 * Answers are parsed by the server's own schemas, so what comes back is what the types say. A refusal
 * of the server becomes the `AppError` of its code; anything that is no answer of a Fangxing server
 * becomes SERVER_ANSWER_UNKNOWN, and silence SERVER_UNREACHABLE. Signs in once more when the server
 * says that a token has run out.
 */

import { AppError, ERRORS, type ErrorCode, type ErrorDetails } from '@fangxing/contract'
import type { z } from 'zod'
import type { Language } from '../terminal/language.ts'

/** Longer than any single answer takes, an upload of the largest package included. */
const TIMEOUT_MS = 120_000

export type RequestHeaders = Readonly<Record<string, string>>

/** Signs in and returns the headers that prove it. */
export type SignIn = (server: string) => Promise<RequestHeaders>

export interface Api {
  readonly server: string
  get<Shape extends z.ZodType>(path: string, shape: Shape): Promise<z.output<Shape>>
  /** `body` is sent as JSON, or as it is when it is a form. */
  post<Shape extends z.ZodType>(path: string, body: unknown, shape: Shape): Promise<z.output<Shape>>
}

interface Call {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly body?: unknown
}

export function openApi(server: string, language: Language, signIn: SignIn): Api {
  let headers: Promise<RequestHeaders> | null = null

  async function call<Shape extends z.ZodType>(request: Call, shape: Shape) {
    headers ??= signIn(server)
    let answer = await send(server, request, language, await headers)
    if (answer.status === 401) {
      headers = signIn(server)
      answer = await send(server, request, language, await headers)
    }
    return readAnswer(server, answer, shape)
  }

  return {
    server,
    get: (path, shape) => call({ method: 'GET', path }, shape),
    post: (path, body, shape) => call({ method: 'POST', path, body }, shape),
  }
}

export async function send(
  server: string,
  { method, path, body }: Call,
  language: Language,
  headers: RequestHeaders = {},
): Promise<Response> {
  const isForm = body instanceof FormData
  try {
    return await fetch(new URL(path, server), {
      method,
      headers: {
        'accept-language': language,
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
  } catch (cause) {
    throw new AppError('SERVER_UNREACHABLE', { server }, { cause })
  }
}

export async function readAnswer<Shape extends z.ZodType>(
  server: string,
  answer: Response,
  shape: Shape,
): Promise<z.output<Shape>> {
  const value: unknown = await answer.json().catch(() => undefined)
  if (!answer.ok) throw toRefusal(server, answer.status, value)
  const parsed = shape.safeParse(value)
  if (!parsed.success)
    throw new AppError('SERVER_ANSWER_UNKNOWN', { server }, { cause: parsed.error })
  return parsed.data
}

/** Source: RFC 9457; `code`, `details` and `requestId` are ours. */
function toRefusal(server: string, status: number, value: unknown): AppError {
  if (!isProblem(value)) return new AppError('SERVER_ANSWER_UNKNOWN', { server, status })
  const { code, details, requestId } = value
  return new AppError(code, code === 'INTERNAL' ? { ...details, requestId } : details)
}

interface Problem {
  readonly code: ErrorCode
  readonly details: ErrorDetails
  readonly requestId: string
}

function isProblem(value: unknown): value is Problem {
  if (typeof value !== 'object' || value === null) return false
  const { code, details } = value as Partial<Record<keyof Problem, unknown>>
  return typeof code === 'string' && code in ERRORS && typeof details === 'object'
}
