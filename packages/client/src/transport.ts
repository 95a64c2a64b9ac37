/**
 * Calls of the dialect with a token that is asked for once and renewed when it ends.
 *
 * Whoever calls at the same time waits for the same token; one that the server no longer takes is
 * replaced and the call made again, once. Uses `fetch` and nothing of a particular runtime.
 */

import { ClientError } from './errors.ts'
import type { ClientOptions } from './types.ts'

export type Fields = Readonly<Record<string, unknown>>

export interface Transport {
  /** Throws ClientError on any `errcode` but 0. */
  call(path: string, body: string | FormData): Promise<Fields>
  /** A resource of the native interface; null when there is none. */
  get(path: string): Promise<Fields | null>
}

interface Token {
  readonly value: string
  readonly renewAt: number
}

const DEFAULT_TIMEOUT_MS = 5000
/** A token is replaced this long before its end: clocks differ, and calls take a while. */
const RENEW_BEFORE_MS = 60_000
const BAD_TOKEN: ReadonlySet<number> = new Set([40001, 40014, 42001])
const NOT_FOUND = 404

export function openTransport(options: ClientOptions): Transport {
  const { timeoutMs = DEFAULT_TIMEOUT_MS } = options
  const line = openLine(options, timeoutMs)
  const keeper = openKeeper(line, options)

  return {
    async call(path, body) {
      const signal = AbortSignal.timeout(timeoutMs)
      for (let nth = 0; ; nth += 1) {
        const used = await keeper.get(signal)
        const query = `access_token=${encodeURIComponent(used.value)}`
        const answer = await line.post(`${path}?${query}`, body, signal)
        if (nth > 0 || !BAD_TOKEN.has(Number(answer.errcode))) return assertServed(answer)
        keeper.drop(used)
      }
    },

    async get(path) {
      const signal = AbortSignal.timeout(timeoutMs)
      const { value } = await keeper.get(signal)
      const headers = { authorization: `Bearer ${value}` }
      const response = await line.send(path, { headers, signal })
      const fields = await toFields(response)
      if (response.status === NOT_FOUND) return null
      if (response.ok) return fields
      throw new ClientError('ANSWER_UNKNOWN', `HTTP ${response.status}: ${String(fields.code)}`)
    },
  }
}

type Line = ReturnType<typeof openLine>

/** The requests themselves, and why one was not answered. */
function openLine({ baseUrl, fetch: ask = fetch }: ClientOptions, timeoutMs: number) {
  async function send(path: string, init: RequestInit): Promise<Response> {
    try {
      return await ask(`${baseUrl}${path}`, init)
    } catch (cause) {
      throw init.signal?.aborted === true
        ? new ClientError('TOO_SLOW', `No answer within ${timeoutMs} ms.`, { cause })
        : new ClientError('UNREACHABLE', `${baseUrl} does not answer.`, { cause })
    }
  }
  return {
    send,
    async post(path: string, body: string | FormData, signal: AbortSignal): Promise<Fields> {
      const type = typeof body === 'string' ? JSON_TYPE : {}
      const headers = { 'x-fangxing-extension': '1', ...type }
      return toFields(await send(path, { method: 'POST', headers, body, signal }))
    },
  }
}

/** Of the token: whoever needs one at the same time waits for the same. */
function openKeeper(line: Line, { appid, secret, now = Date.now }: ClientOptions) {
  let token: Token | null = null
  let asking: Promise<Token> | null = null

  async function ask(signal: AbortSignal): Promise<Token> {
    const body = JSON.stringify({ grant_type: 'client_credential', appid, secret })
    const answer = await line.post('/cgi-bin/stable_token', body, signal)
    const { access_token: value, expires_in } = assertServed(answer)
    if (typeof value !== 'string') throw new ClientError('ANSWER_UNKNOWN', 'No token came.')
    const lastsMs = Number(expires_in) * 1000 - RENEW_BEFORE_MS
    token = { value, renewAt: now() + lastsMs }
    return token
  }

  return {
    get(signal: AbortSignal): Promise<Token> {
      if (token !== null && now() < token.renewAt) return Promise.resolve(token)
      asking ??= ask(signal).finally(() => {
        asking = null
      })
      return asking
    },
    /** Another call may have a newer one already: that one stays. */
    drop(used: Token): void {
      if (token === used) token = null
    },
  }
}

const JSON_TYPE = { 'content-type': 'application/json' }

async function toFields(response: Response): Promise<Fields> {
  try {
    const value: unknown = await response.json()
    if (typeof value === 'object' && value !== null) return value as Fields
  } catch (cause) {
    throw new ClientError('ANSWER_UNKNOWN', `HTTP ${response.status} without JSON.`, { cause })
  }
  throw new ClientError('ANSWER_UNKNOWN', `HTTP ${response.status} without an object.`)
}

function assertServed(answer: Fields): Fields {
  const { errcode = 0, errmsg = '' } = answer
  if (Number(errcode) === 0) return answer
  throw new ClientError(Number(errcode), `${String(errcode)} ${String(errmsg)}`)
}
