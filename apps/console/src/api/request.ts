/**
 * The one way the console talks to its server: JSON out, a value or an `ApiProblem` back.
 *
 * Same origin only; the session is a cookie that scripts cannot read.
 */

import { ApiProblem, parseProblem, UNREACHABLE } from './problem.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** The language of problem details; the console sets it with its own. */
let language = 'zh'

export function setAnswerLanguage(chosen: string): void {
  language = chosen
}

export function answerLanguage(): string {
  return language
}

export async function request<Answer>(
  method: Method,
  path: string,
  body?: unknown,
): Promise<Answer> {
  const response = await fetch(path, {
    method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json, application/problem+json',
      'accept-language': language,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch((cause: unknown) => {
    throw new ApiProblem({ ...UNREACHABLE, detail: String(cause) })
  })
  return readAnswer<Answer>(response.status, await response.text())
}

/** Turns a status and a body into a value, or throws the problem that they state. */
export function readAnswer<Answer>(status: number, text: string): Answer {
  const body = parseJson(text)
  if (status < 200 || status >= 300) throw new ApiProblem(parseProblem(status, body))
  return body as Answer
}

function parseJson(text: string): unknown {
  if (text === '') return null
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** `/v1/releases?appid=…`, leaving out what is undefined. */
export function withQuery(
  path: string,
  query: Readonly<Record<string, string | number | undefined>>,
): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  )
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs)}`
}
