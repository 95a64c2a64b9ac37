/**
 * `/upstream/:appid/push`: where WeChat pushes its results about an app's sounds to.
 *
 * Answered as soon as the result is on disk; what follows from it runs beside, and again after a
 * crash. Whatever is rightly signed is answered `success`, known or not: WeChat would only send it
 * again. An app without an address for pushes looks like one that does not exist.
 */

import { createHash } from 'node:crypto'
import { AppError } from '@fangxing/contract'
import type { FastifyRequest } from 'fastify'
import type { App } from '../../http/app.ts'
import { advanceDueAsks } from '../../media-checks/ask-about-sound.ts'
import type { Ports } from '../../ports.ts'
import {
  isVerification,
  type Opening,
  openPush,
  PUSH_FAULTS,
  type PushFault,
  type PushQuery,
} from './open-push.ts'
import { readResult } from './read-result.ts'

const URL = '/upstream/:appid/push'
const PLAIN = 'text/plain; charset=utf-8'

export const pushPathOf = (appid: string) => URL.replace(':appid', encodeURIComponent(appid))

export function registerPushDoor(app: App, ports: Ports): void {
  app.removeContentTypeParser(['application/json', 'text/plain'])
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))

  app.get(URL, { schema: { hide: true } }, async (request, reply) => {
    const query = request.query as PushQuery
    if (!isVerification(query, findOpening(ports, request))) throw refused('signature')
    return reply.type(PLAIN).send(query.echostr ?? '')
  })

  app.post(URL, { schema: { hide: true } }, async (request, reply) => {
    await takePush(ports, request)
    return reply.type(PLAIN).send('success')
  })
}

async function takePush(ports: Ports, request: FastifyRequest): Promise<void> {
  const opening = findOpening(ports, request)
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
  const opened = openPush(request.query as PushQuery, body.toString(), opening)
  if (!opened.ok) throw refused(opened.fault)
  const taken = await ports.storage.upstreamAsks.takePush({
    appid: appidOf(request),
    signature: opened.signature,
    bodyHash: createHash('sha256').update(body).digest('base64'),
    result: readResult(opened.fields, opening.appid),
    at: opening.now,
  })
  if (taken === null) throw refused('signature')
  if (taken.checkId !== null) ports.upstreams.track(advanceDueAsks(ports))
}

function findOpening({ upstreams, wallClock }: Ports, request: FastifyRequest): Opening {
  const settings = upstreams.of(appidOf(request))?.settings
  if (settings?.push == null) {
    throw new AppError('ROUTE_NOT_FOUND', { path: pushPathOf(appidOf(request)) })
  }
  return { push: settings.push, appid: settings.appid, now: wallClock.now() }
}

function appidOf(request: FastifyRequest): string {
  return (request.params as { readonly appid: string }).appid
}

function refused(fault: PushFault): AppError {
  return new AppError('PUSH_REFUSED', { because: PUSH_FAULTS[fault] })
}
