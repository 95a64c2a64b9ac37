/** One request on a connection of its own to an address that was checked. */

import http from 'node:http'
import https from 'node:https'
import type { Target } from './pin-target.ts'

export interface OutboundRequest {
  /** GET when absent. */
  readonly method?: 'GET' | 'POST' | undefined
  readonly headers?: Readonly<Record<string, string>> | undefined
  readonly body?: string | Uint8Array | undefined
}

/** Resolves with the headers; the body waits to be read. Name and certificate stay those of the URL. */
export function sendRequest(
  { url, lookup }: Target,
  { method = 'GET', headers = {}, body }: OutboundRequest,
  signal: AbortSignal,
): Promise<http.IncomingMessage> {
  const { request } = url.protocol === 'https:' ? https : http
  const length: Record<string, string> =
    body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      method,
      lookup,
      signal,
      agent: false,
      headers: { 'accept-encoding': 'identity', 'user-agent': 'fangxing', ...length, ...headers },
    })
    sent.on('response', resolve)
    sent.on('error', reject)
    sent.end(body)
  })
}
