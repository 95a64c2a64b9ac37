/** Who is calling: a code is taken by the caller, read out, and typed in by the called side. */

import { z } from 'zod'
import type { Caller, Entrant } from '../http/access.ts'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { getRelease } from '../use-cases/cause.ts'
import { checkContact, takeContactCode } from '../use-cases/check-contact.ts'
import { assertActsHere, assertSeesRelease, toActor } from './actor.ts'
import { id, moment, wording } from './shapes/parts.ts'
import { toWire } from './wire.ts'

const params = z.object({ id })
const ENTRANTS: readonly Entrant[] = ['app', 'developer', 'authority']

const taken = z.object({ code: z.string(), expiresAt: moment })
const heard = z.object({ heard: z.string().min(1).max(40) })
const answer = z.object({
  ok: z.boolean(),
  because: z.string(),
  says: wording,
  caller: z.object({ kind: z.enum(['developer', 'authority']), name: z.string() }).nullable(),
  guessesLeft: z.number().int(),
})

export function registerContactCodes(app: App, ports: Ports): void {
  app.post('/v1/releases/:id/contact-codes', {
    config: { access: ENTRANTS },
    schema: {
      summary: 'Take a code to read out on a call; shown only here, five minutes long',
      params,
      response: { 201: taken },
    },
    async handler({ caller, params: { id: releaseId } }, reply) {
      const actor = await enter(ports, caller, releaseId)
      const { code, expiresAt } = await takeContactCode(ports, { releaseId, actor })
      return reply.code(201).header('cache-control', 'no-store').send({ code, expiresAt })
    },
  })

  app.post('/v1/releases/:id/contact-codes/check', {
    config: { access: ENTRANTS },
    schema: {
      summary: 'Type in the code that was heard: does it match, and whose is it',
      params,
      body: heard,
      response: { 200: answer },
    },
    async handler({ body, caller, params: { id: releaseId } }) {
      const actor = await enter(ports, caller, releaseId)
      return toWire(await checkContact(ports, { releaseId, actor, heard: body.heard }))
    },
  })
}

async function enter(ports: Ports, caller: Caller, releaseId: string) {
  const found = await getRelease(ports, releaseId)
  assertSeesRelease(caller, found)
  const actor = toActor(caller, ENTRANTS, found.appid)
  assertActsHere(caller, actor, found)
  return actor
}
