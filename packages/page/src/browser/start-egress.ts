/**
 * The only way out of the browser: a proxy on loopback that decides where a page may connect.
 *
 * Names are resolved here and the connection goes to the address that was checked, so a name that
 * changes its mind between two look-ups gains nothing. What the caller does not allow is answered
 * with 403. A material that is handed in as files is served from memory under `MATERIAL_HOST`, a
 * name that no resolver knows. Bytes and connections are bounded.
 */

import { isUtf8 } from 'node:buffer'
import { lookup } from 'node:dns/promises'
import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, isIP, type Socket } from 'node:net'
import { pipeline } from 'node:stream'

/** RFC 6761: never resolves. */
export const MATERIAL_HOST = 'material.invalid'

export interface EgressPolicy {
  /** Whether a connection may go to this IP address. */
  allows(address: string): boolean
}

export interface Egress {
  readonly url: string
  /** What `MATERIAL_HOST` serves from now on. */
  serve(files: ReadonlyMap<string, Uint8Array>): void
  close(): Promise<void>
}

export interface EgressLimits {
  /** Bytes of all answers together. */
  readonly mostBytes: number
  readonly mostConnections: number
}

const CONNECT_MS = 10_000
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  mp4: 'video/mp4',
  mp3: 'audio/mpeg',
  woff2: 'font/woff2',
}

export async function startEgress(policy: EgressPolicy, limits: EgressLimits): Promise<Egress> {
  let files: ReadonlyMap<string, Uint8Array> = new Map()
  let received = 0
  const sockets = new Set<Socket>()
  const count = (socket: Socket) => {
    socket.on('data', (chunk: Buffer) => {
      received += chunk.length
      if (received > limits.mostBytes) socket.destroy()
    })
  }
  const look = rememberAddresses(policy)
  const reach = async (name: string, port: number): Promise<Socket> => {
    if (sockets.size >= limits.mostConnections || received > limits.mostBytes)
      throw new Error('over the limit')
    const host = await resolve(name, look)
    const socket = connect({ host, port, timeout: CONNECT_MS })
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    count(socket)
    await once(socket, 'connect')
    socket.setTimeout(0)
    return socket
  }
  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing, files, reach).catch(() => refuse(outgoing))
  })
  server.on('connect', (incoming: IncomingMessage, client: Socket, head: Buffer) => {
    tunnel(incoming, client, head, reach).catch(() => {
      client.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    serve(next) {
      files = next
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

type Reach = (host: string, port: number) => Promise<Socket>

type LookUp = (name: string) => Promise<string | undefined>

/** Of each name the address that may be reached; asked once: a page names the same host many times. */
function rememberAddresses(policy: EgressPolicy): LookUp {
  const known = new Map<string, Promise<string | undefined>>()
  return (name) => {
    const asked = known.get(name) ?? lookUp(name, policy)
    known.set(name, asked)
    return asked
  }
}

async function lookUp(name: string, policy: EgressPolicy): Promise<string | undefined> {
  const addresses = isIP(name)
    ? [name]
    : (await lookup(name, { all: true })).map(({ address }) => address)
  return addresses.find((address) => policy.allows(address))
}

/** The address that was checked; throws when none may be reached. */
async function resolve(host: string, look: LookUp): Promise<string> {
  const allowed = await look(host.replace(/^\[|\]$/g, ''))
  if (allowed === undefined) throw new Error('not allowed')
  return allowed
}

async function tunnel(incoming: IncomingMessage, client: Socket, head: Buffer, reach: Reach) {
  client.on('error', () => client.destroy())
  const target = new URL(`http://${incoming.url ?? ''}`)
  const socket = await reach(target.hostname, Number(target.port || 443))
  client.write('HTTP/1.1 200 OK\r\n\r\n')
  if (head.length > 0) socket.write(head)
  pipeline(socket, client, socket, () => {
    socket.destroy()
    client.destroy()
  })
}

async function answer(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  files: ReadonlyMap<string, Uint8Array>,
  reach: Reach,
): Promise<void> {
  const target = new URL(incoming.url ?? '')
  if (target.hostname === MATERIAL_HOST) return serveFile(target, outgoing, files)
  const socket = await reach(target.hostname, Number(target.port || 80))
  const passed = request({
    createConnection: () => socket,
    method: incoming.method,
    path: `${target.pathname}${target.search}`,
    headers: { ...incoming.headers, host: target.host, connection: 'close' },
  })
  passed.on('response', (response) => {
    outgoing.writeHead(response.statusCode ?? 502, response.headers)
    pipeline(response, outgoing, () => socket.destroy())
  })
  passed.on('error', () => refuse(outgoing))
  pipeline(incoming, passed, () => {})
}

function serveFile(target: URL, outgoing: ServerResponse, files: ReadonlyMap<string, Uint8Array>) {
  const found = findFile(target, files)
  if (found === null) outgoing.writeHead(404).end()
  else outgoing.writeHead(200, { 'content-type': found.type }).end(found.bytes)
}

/** A file of the material by its address; null when it has none. */
export function findFile(
  { pathname }: URL,
  files: ReadonlyMap<string, Uint8Array>,
): { readonly bytes: Uint8Array; readonly type: string } | null {
  const path = decodeURIComponent(pathname).replace(/^\//, '')
  const bytes = files.get(path)
  if (bytes === undefined) return null
  const type = TYPES[path.slice(path.lastIndexOf('.') + 1).toLowerCase()]
  return { bytes, type: withCharset(type, bytes) }
}

/** What is no UTF-8 says itself what it is: a header would overrule the page (many are in GB 18030). */
function withCharset(type = 'application/octet-stream', bytes: Uint8Array): string {
  return type.startsWith('text/') && isUtf8(bytes) ? `${type}; charset=utf-8` : type
}

function refuse(outgoing: ServerResponse): void {
  if (outgoing.headersSent) outgoing.destroy()
  else
    outgoing.writeHead(403, { 'content-type': 'text/plain' }).end('this address may not be reached')
}
