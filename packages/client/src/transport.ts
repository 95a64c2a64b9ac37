/**
 * Calls of the dialect with a token that is asked for once and renewed when it ends.
 *
 * Whoever calls at the same time waits for the same token; one that the server no longer takes is
 * replaced and the call made again, once. An answer counts only with HTTP 2xx and an `errcode` of 0:
 * what a gateway says instead of the server is none. Uses `fetch` and nothing of a particular runtime.
 */

import { ClientError } from './errors.ts'
import type { ClientOptions } from './types.ts'

export type Fields = Readonly<Record<string, unknown>>

export interface Transport {
  /** Throws ClientError on anything but an `errcode` of 0. */
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
const UNAUTHORIZED = 401
const NOT_FOUND = 404
const TOO_LARGE = 413

/** Throws TypeError when `baseUrl` is no address. */
export function openTransport(options: ClientOptions): Transport {
  const { timeoutMs = DEFAULT_TIMEOUT_MS } = options
  const line = openLine(options, timeoutMs)
  const keeper = openKeeper(line, options, timeoutMs)

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
      for (let nth = 0; ; nth += 1) {
        const used = await keeper.get(signal)
        const headers = { authorization: `Bearer ${used.value}` }
        const response = await line.send(path, { headers, signal })
        if (nth > 0 || response.status !== UNAUTHORIZED) return line.read(response, signal)
        keeper.drop(used)
      }
    },
  }
}

type Line = ReturnType<typeof openLine>

/** The requests themselves, and why one was not answered. */
function openLine({ baseUrl, fetch: ask = fetch }: ClientOptions, timeoutMs: number) {
  const base = toBase(baseUrl)
  const tooSlow = (cause?: unknown) =>
    new ClientError('TOO_SLOW', `No answer within ${timeoutMs} ms.`, { cause })

  async function send(path: string, init: RequestInit): Promise<Response> {
    try {
      return await ask(`${base}${path}`, init)
    } catch (cause) {
      if (init.signal?.aborted === true) throw tooSlow(cause)
      throw new ClientError('UNREACHABLE', `${base} does not answer.`, { cause })
    }
  }

  /** Null: HTTP 404. */
  async function read(response: Response, signal: AbortSignal): Promise<Fields | null> {
    const { status } = response
    if (status === TOO_LARGE) throw new ClientError('TOO_LARGE', 'HTTP 413')
    if (status === NOT_FOUND) return null
    if (!response.ok) throw new ClientError('ANSWER_UNKNOWN', `HTTP ${status}`)
    try {
      const value: unknown = await response.json()
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
        return value as Fields
      }
    } catch (cause) {
      if (signal.aborted) throw tooSlow(cause)
      throw new ClientError('ANSWER_UNKNOWN', `HTTP ${status} without JSON.`, { cause })
    }
    throw new ClientError('ANSWER_UNKNOWN', `HTTP ${status} without an object.`)
  }

  return {
    send,
    read,
    tooSlow,
    async post(path: string, body: string | FormData, signal: AbortSignal): Promise<Fields> {
      const type = typeof body === 'string' ? JSON_TYPE : {}
      const headers = { 'x-fangxing-extension': '1', ...type }
      const response = await send(path, { method: 'POST', headers, body, signal })
      const fields = await read(response, signal)
      if (fields === null) throw new ClientError('ANSWER_UNKNOWN', `HTTP ${NOT_FOUND}`)
      return fields
    },
  }
}

/** Without the slash at its end. */
function toBase(baseUrl: string): string {
  if (URL.canParse(baseUrl) && /^https?:$/.test(new URL(baseUrl).protocol)) {
    return baseUrl.replace(/\/+$/, '')
  }
  throw new TypeError(`baseUrl is no address as http://127.0.0.1:7300: ${baseUrl}`)
}

/** Of the token: whoever needs one at the same time waits for the same. */
function openKeeper(
  line: Line,
  { appid, secret, now = Date.now }: ClientOptions,
  timeoutMs: number,
) {
  let token: Token | null = null
  let asking: Promise<Token> | null = null

  async function ask(): Promise<Token> {
    const signal = AbortSignal.timeout(timeoutMs)
    const body = JSON.stringify({ grant_type: 'client_credential', appid, secret })
    const answer = await line.post('/cgi-bin/stable_token', body, signal)
    const { access_token: value, expires_in } = answer
    if (value === undefined) assertServed(answer)
    if (typeof value !== 'string') throw new ClientError('ANSWER_UNKNOWN', 'No token came.')
    const lastsMs = Number(expires_in) * 1000 - RENEW_BEFORE_MS
    token = { value, renewAt: now() + lastsMs }
    return token
  }

  return {
    get(signal: AbortSignal): Promise<Token> {
      if (token !== null && now() < token.renewAt) return Promise.resolve(token)
      asking ??= ask().finally(() => {
        asking = null
      })
      return before(signal, asking, line.tooSlow)
    },
    /** Another call may have a newer one already: that one stays. */
    drop(used: Token): void {
      if (token === used) token = null
    },
  }
}

const JSON_TYPE = { 'content-type': 'application/json' }

/** Whoever waits for what another began has a time limit of its own. */
function before<Value>(
  signal: AbortSignal,
  wanted: Promise<Value>,
  tooSlow: () => Error,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(tooSlow()), { once: true })
    wanted.then(resolve, reject)
  })
}

function assertServed(answer: Fields): Fields {
  const { errcode, errmsg = '' } = answer
  if (errcode === 0) return answer
  if (typeof errcode === 'number') throw new ClientError(errcode, `${errcode} ${String(errmsg)}`)
  throw new ClientError('ANSWER_UNKNOWN', 'The answer has no errcode.')
}
