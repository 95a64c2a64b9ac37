/** A receiver of deliveries on 127.0.0.1 that answers as a test tells it, and remembers what came. */

import { once } from 'node:events'
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Received {
  readonly method: string
  readonly url: URL
  readonly headers: IncomingHttpHeaders
  readonly body: string
  /** The body, where it is no text. */
  readonly bytes: Buffer
}

export type Answer = (response: ServerResponse, received: Received) => void

export interface Receiver {
  readonly url: string
  readonly received: readonly Received[]
  /** From now on. */
  answer(how: Answer): void
  close(): Promise<void>
}

export const taken: Answer = (response) => response.end()

export async function startReceiver(first: Answer = taken): Promise<Receiver> {
  const received: Received[] = []
  let how = first
  const server = createServer((request, response) => {
    readBody(request).then((bytes) => {
      const { method = '', headers } = request
      const url = new URL(request.url ?? '', 'http://receiver')
      const one = { method, headers, url, bytes, body: bytes.toString() }
      received.push(one)
      how(response, one)
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    answer(next) {
      how = next
    },
    async close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
