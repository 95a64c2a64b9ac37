/**
 * Answers text checks ahead of the framework: they are most of all requests, and what a framework
 * does for each would cost as much as judging it.
 *
 * Takes only what is plain: POST, a token and nothing else in the query, JSON of a known length
 * within the limit. Everything else goes to the framework, whose route answers by the same code;
 * once the app closes, all of it.
 */

import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { isPlainBody } from './plain-head.ts'
import { TEXT_CHECK } from './text-check.ts'
import { answerVisit, TextVisit } from './text-visit.ts'

const START = `${TEXT_CHECK}?access_token=`
/** Nothing that a query would have to be taken apart or decoded for. */
const PLAIN_TOKEN = /^[\w.~-]+$/

/** Before the app listens. */
export function openTextDoor(app: App, ports: Ports): void {
  const [framework] = app.server.listeners('request') as RequestListener[]
  if (framework === undefined) throw new Error('the framework takes no requests')
  let isClosing = false
  app.addHook('preClose', (done) => {
    isClosing = true
    done()
  })
  app.server.off('request', framework)
  app.server.on('request', (request, response) => {
    const token = isClosing ? null : findToken(request)
    if (token === null) framework.call(app.server, request, response)
    else {
      takeBody(request, (body) => {
        const { url = '', headers } = request
        const visit = new TextVisit({ url, headers, token, body })
        answerVisit(ports, visit, (json) => {
          // Whoever stops waits for connections that have nothing to do any more.
          if (isClosing) visit.header('connection', 'close')
          send(response, visit, json)
        })
      })
    }
  })
}

/** Null: not as plain as we take it. */
function findToken({ method, url = '', headers }: IncomingMessage): string | null {
  if (method !== 'POST' || !url.startsWith(START)) return null
  const token = url.slice(START.length)
  const isPlain = isPlainBody(headers['content-type'], Number(headers['content-length']))
  return isPlain && PLAIN_TOKEN.test(token) ? token : null
}

/** Its length is known: nobody has to wait for an end. */
function takeBody(request: IncomingMessage, take: (body: Buffer) => void): void {
  let missing = Number(request.headers['content-length'])
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => {
    missing -= chunk.length
    chunks.push(chunk)
    if (missing === 0) take(chunks.length === 1 ? chunk : Buffer.concat(chunks))
  })
}

function send(response: ServerResponse, { told }: TextVisit, json: string): void {
  told.push('content-length', String(Buffer.byteLength(json)))
  response.writeHead(200, told)
  response.end(json)
}
