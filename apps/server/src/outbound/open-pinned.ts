/**
 * One HTTP exchange with a stranger: where it may go, how long it may take, how much it may say.
 *
 * The address is checked before each connection, also after a redirect, and the connection is held
 * to it. `timeoutMs` covers everything: name, connection, headers and body. The body comes as a
 * stream that ends with TOO_LONG or TOO_SLOW where the bounds are met. No proxy, no cookies, no
 * kept connections, no decompression: bytes are counted as they come.
 * Every failure is an `OutboundTrouble`. Whoever opens must read the body or close.
 */

import { isUtf8 } from 'node:buffer'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { AddressPolicy } from './addresses.ts'
import { Deadline } from './deadline.ts'
import { pinTarget, type Resolve, type Target } from './pin-target.ts'
import { type OutboundRequest, sendRequest } from './send-request.ts'
import { OutboundTrouble } from './trouble.ts'

export interface OutboundPolicy {
  readonly addresses: AddressPolicy
  readonly timeoutMs: number
  readonly maxBytes: number
  /** 0: a redirect is an answer like any other. Else GET only. */
  readonly maxRedirects: number
  /** How names are resolved; as the machine does when absent. */
  readonly resolve?: Resolve | undefined
}

export interface Opened {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  /** Where the answer came from, after redirects. */
  readonly url: string
  /** At most `maxBytes`; throws TOO_LONG, TOO_SLOW or UNREACHABLE while it is read. */
  readonly body: AsyncIterable<Uint8Array>
  close(): void
}

const REDIRECTS = new Set([301, 302, 303, 307, 308])

export async function openPinned(
  url: string | URL,
  policy: OutboundPolicy,
  request: OutboundRequest = {},
): Promise<Opened> {
  const deadline = new Deadline(policy.timeoutMs)
  try {
    let next: string | URL = url
    for (let redirects = 0; ; redirects += 1) {
      const target = await deadline.bound(pinTarget(next, policy.addresses, policy.resolve))
      const response = await deadline.bound(sendRequest(target, request, deadline.signal))
      const location = redirectOf(response, policy)
      if (location === null) return toOpened(response, target, policy.maxBytes, deadline)
      response.destroy()
      if (redirects === policy.maxRedirects) {
        throw new OutboundTrouble('TOO_MANY_REDIRECTS', { maxRedirects: policy.maxRedirects })
      }
      next = follow(location, target.url)
    }
  } catch (error) {
    deadline.end()
    throw deadline.explain(error)
  }
}

/** Reads what is left of the body, as far as it goes: `trouble` says why it is not whole. */
export async function readBody(
  opened: Opened,
): Promise<{ readonly bytes: Buffer; readonly trouble: OutboundTrouble | null }> {
  const chunks: Uint8Array[] = []
  try {
    for await (const chunk of opened.body) chunks.push(chunk)
    return { bytes: Buffer.concat(chunks), trouble: null }
  } catch (error) {
    if (!(error instanceof OutboundTrouble)) throw error
    return { bytes: Buffer.concat(chunks), trouble: error }
  }
}

/** Null when the answer is the last one. */
function redirectOf({ statusCode = 0, headers }: IncomingMessage, policy: OutboundPolicy) {
  const leads = policy.maxRedirects > 0 && REDIRECTS.has(statusCode)
  return leads && headers.location !== undefined ? fromBytes(headers.location) : null
}

/** Node reads a header byte by byte as Latin-1; a sender that writes no ASCII means UTF-8. */
function fromBytes(header: string): string {
  const bytes = Buffer.from(header, 'latin1')
  return isUtf8(bytes) ? bytes.toString() : header
}

function follow(location: string, from: URL): URL {
  if (!URL.canParse(location, from.href)) {
    throw new OutboundTrouble('URL_REFUSED', { reason: 'malformed' })
  }
  const next = new URL(location, from)
  if (from.protocol === 'https:' && next.protocol === 'http:') {
    throw new OutboundTrouble('URL_REFUSED', { reason: 'downgrade' })
  }
  return next
}

function toOpened(
  response: IncomingMessage,
  { url }: Target,
  maxBytes: number,
  deadline: Deadline,
): Opened {
  const close = () => {
    deadline.end()
    response.destroy()
  }
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    url: url.href,
    body: boundBody(response, maxBytes, deadline, close),
    close,
  }
}

async function* boundBody(
  response: IncomingMessage,
  maxBytes: number,
  deadline: Deadline,
  close: () => void,
): AsyncGenerator<Uint8Array> {
  let left = maxBytes
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      if (chunk.byteLength > left) {
        if (left > 0) yield chunk.subarray(0, left)
        throw new OutboundTrouble('TOO_LONG', { maxBytes })
      }
      left -= chunk.byteLength
      yield chunk
    }
  } catch (error) {
    throw deadline.explain(error)
  } finally {
    close()
  }
}
