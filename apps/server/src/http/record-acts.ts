/**
 * Puts on record what people change through the native interface: who, when, what was sent.
 *
 * Written before the answer goes out, for answers that say it was done. Left out is what has a
 * record of its own (the lives of releases, decisions of cases) and what changes nothing that lasts
 * or is for oneself (claims, checks, reading a notice, one's own desk). Secrets are taken out of what
 * is kept; its hash covers all.
 */

import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Ports } from '../ports.ts'
import type { App } from './app.ts'

const CHANGES = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])
const LEFT_OUT =
  /^\/v1\/(?:session|first-run|checks|back-tests|text-models\/try|releases\/|cases|desk\/(?:items|next|me)|queue|notices|audit|visits|clock)/
const SECRET = /password|secret|token|aeskey|key$/i
/** A list of words can have megabytes; its edition says what it changed. */
const MOST_KEPT = 16 * 1024

export function recordActs(app: App, ports: Ports): void {
  app.addHook('onSend', async (request, reply) => {
    const { caller, method } = request
    const route = request.routeOptions.url ?? ''
    const isChange = CHANGES.has(method) && reply.statusCode < 400
    if (!isChange || caller.kind !== 'user' || LEFT_OUT.test(route)) return
    await record(ports, request, reply, route, caller.user)
  })
}

async function record(
  { storage, clock, log }: Ports,
  { method, url, body, id }: FastifyRequest,
  reply: FastifyReply,
  route: string,
  user: { readonly id: string; readonly name: string },
): Promise<void> {
  const sent = JSON.stringify(body ?? null)
  const act = {
    at: clock.now(),
    userId: user.id,
    userName: user.name,
    route: `${method} ${route}`,
    path: url.split('?')[0] ?? url,
    sent: sent.length > MOST_KEPT ? null : withoutSecrets(body ?? null),
    sentSha256: createHash('sha256').update(sent).digest('hex'),
    requestId: id,
  }
  try {
    await storage.acts.append(act)
  } catch (error) {
    // It was done: the answer must not say otherwise.
    log(`error ACT ${reply.statusCode} ${act.route} ${String(error)}`)
  }
}

export function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      SECRET.test(name) && inner !== null ? '…' : withoutSecrets(inner),
    ]),
  )
}
