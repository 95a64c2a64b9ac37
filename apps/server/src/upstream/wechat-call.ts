/**
 * One call of WeChat's API with an app's own credentials: token, request, numbers.
 *
 * The token is asked for once for all who wait, by `stable_token`, which ends nobody else's; when
 * WeChat says that it is no longer good it is asked for again, once for each call.
 *
 * Source: https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-access-token/getStableAccessToken.html
 */

import { UpstreamTrouble } from './upstream.ts'

export interface WechatCredentials {
  /** e.g. `https://api.weixin.qq.com`. */
  readonly baseUrl: string
  readonly appid: string
  readonly secret: string
}

type Fields = Readonly<Record<string, unknown>>
export type Answered = Fields & { readonly errcode: number }

export type WechatCall = (
  path: string,
  body: string | FormData,
  signal: AbortSignal,
) => Promise<Answered>

/** Asked for anew before it ends; WeChat gives the next one five minutes early. */
const RENEW_BEFORE_MS = 5 * 60 * 1000
const MAX_ANSWER_BYTES = 256 * 1024

const BAD_TOKEN = new Set([40001, 40014, 42001])
const BAD_CREDENTIALS = new Set([40013, 40125, 40164, 40243, 41002, 41004, 50004, 50007])
const BUSY = -1

interface Token {
  readonly value: string
  readonly renewAt: number
}

export function openWechatCall(credentials: WechatCredentials, now: () => number): WechatCall {
  let token: Token | null = null
  let asking: Promise<Token> | null = null

  async function getToken(signal: AbortSignal): Promise<Token> {
    if (token !== null && now() < token.renewAt) return token
    asking ??= askForToken(credentials, now, signal)
      .then((got) => {
        token = got
        return got
      })
      .finally(() => {
        asking = null
      })
    return asking
  }

  return async (path, body, signal) => {
    for (let nth = 0; ; nth += 1) {
      const used = await getToken(signal)
      const query = `access_token=${encodeURIComponent(used.value)}`
      const answer = await post(`${credentials.baseUrl}${path}?${query}`, body, signal)
      if (!BAD_TOKEN.has(Number(answer.errcode)) || nth > 0) return assertServed(answer, path)
      // Another call may have a better one already.
      if (token === used) token = null
    }
  }
}

async function askForToken(
  { baseUrl, appid, secret }: WechatCredentials,
  now: () => number,
  signal: AbortSignal,
): Promise<Token> {
  const body = JSON.stringify({ grant_type: 'client_credential', appid, secret })
  const path = '/cgi-bin/stable_token'
  // Success of this one call has no errcode.
  const answer = await post(`${baseUrl}${path}`, body, signal)
  const { access_token, expires_in } = answer
  if (typeof access_token === 'string' && typeof expires_in === 'number') {
    const lastsMs = Math.max(expires_in * 1000 - RENEW_BEFORE_MS, (expires_in * 1000) / 2)
    return { value: access_token, renewAt: now() + lastsMs }
  }
  assertServed(answer, path)
  throw new UpstreamTrouble('ANSWER_UNKNOWN', 'no access_token')
}

/**
 * What is no answer to the question at all, such as one without a number: nothing passes by it. Numbers
 * that are an answer, such as 87014, go on.
 */
function assertServed(answer: Fields, path: string): Answered {
  const { errcode } = answer
  if (typeof errcode !== 'number') throw new UpstreamTrouble('ANSWER_UNKNOWN', 'no errcode')
  if (BAD_CREDENTIALS.has(errcode) || BAD_TOKEN.has(errcode)) {
    throw new UpstreamTrouble('CREDENTIALS_REFUSED', String(errcode))
  }
  if (errcode === BUSY) throw new UpstreamTrouble('UNREACHABLE', 'busy')
  if (errcode === 45009) {
    // Of pictures it is said of a minute, too.
    const until = path === '/wxa/img_sec_check' ? 'minute' : 'day'
    throw new UpstreamTrouble('QUOTA_USED', '45009', { until })
  }
  if (errcode === 44991 || errcode === 45011) {
    throw new UpstreamTrouble('QUOTA_USED', String(errcode), { until: 'minute' })
  }
  return { ...answer, errcode }
}

async function post(url: string, body: string | FormData, signal: AbortSignal): Promise<Fields> {
  const headers = typeof body === 'string' ? { 'content-type': 'application/json' } : {}
  try {
    const response = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'error' })
    const text = await readShort(response)
    if (!response.ok) throw new UpstreamTrouble('UNREACHABLE', `HTTP ${response.status}`)
    return parseAnswer(text)
  } catch (error) {
    if (error instanceof UpstreamTrouble) throw error
    if (signal.aborted) throw new UpstreamTrouble('TOO_SLOW', '', { cause: error })
    throw new UpstreamTrouble('UNREACHABLE', '', { cause: error })
  }
}

async function readShort(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > MAX_ANSWER_BYTES) throw new UpstreamTrouble('ANSWER_UNKNOWN', 'too long')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parseAnswer(text: string): Fields {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new UpstreamTrouble('ANSWER_UNKNOWN', 'no JSON', { cause: error })
  }
  if (typeof value === 'object' && value !== null) return value as Fields
  throw new UpstreamTrouble('ANSWER_UNKNOWN')
}
