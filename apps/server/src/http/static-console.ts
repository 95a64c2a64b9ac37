/**
 * Serves the built console: its files, and `index.html` for every path the console routes itself.
 *
 * Files under `assets/` carry a hash in their names and may be kept for ever; `index.html` is asked
 * for each time.
 */

import fastifyStatic from '@fastify/static'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from './app.ts'

const PATHS_OF_THE_SERVER = /^\/(?:v1|wxa|cgi-bin|rest|oauth)(?:\/|$)/
const YEAR_SECONDS = 31_536_000

export async function serveConsole(app: App, directory: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: directory,
    wildcard: true,
    preCompressed: true,
    cacheControl: false,
    setHeaders(response, path) {
      const isHashed = path.replaceAll('\\', '/').includes('/assets/')
      response.header(
        'cache-control',
        isHashed ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache',
      )
    },
  })
}

/** True when the console itself should show the path: a page that a browser navigates to. */
export function isConsolePage(request: FastifyRequest): boolean {
  const path = request.url.split('?')[0] ?? ''
  return (
    request.method === 'GET' &&
    !PATHS_OF_THE_SERVER.test(path) &&
    !/\.[a-z0-9]+$/i.test(path) &&
    (request.headers.accept ?? '*/*').match(/text\/html|\*\/\*/) !== null
  )
}

export function sendConsole(reply: FastifyReply): FastifyReply {
  return reply.sendFile('index.html')
}
