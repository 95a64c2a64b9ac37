/** The world outside a server under load: a host of pictures, and the receiver of pushes, in one. */

import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { smallPicture } from '../../apps/server/test/small-picture.ts'

export interface MediaHost {
  readonly url: string
  /** Trace ids that a result was pushed for, with how often. */
  readonly pushed: ReadonlyMap<string, number>
  close(): void
}

const SIDE = 24

/** Every path but `/push` is a picture of its own colour, so that none is known already. */
export async function startMediaHost(): Promise<MediaHost> {
  const pushed = new Map<string, number>()
  let pictures = 0
  const server = createServer(async (request, response) => {
    // Pushes carry their signature in the query.
    if (!request.url?.startsWith('/push?')) {
      pictures += 1
      const shade = pictures
      response.setHeader('content-type', 'image/png')
      response.end(smallPicture(SIDE, SIDE, () => [shade & 255, (shade >> 8) & 255, 90]))
      return
    }
    const id = await readTraceId(request)
    pushed.set(id, (pushed.get(id) ?? 0) + 1)
    response.end('success')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    pushed,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

async function readTraceId(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const { trace_id } = JSON.parse(Buffer.concat(chunks).toString()) as { trace_id?: string }
  return trace_id ?? ''
}
