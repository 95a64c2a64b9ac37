/** Cases of human review: the queue, claiming, deciding, and asking later what became of one. */

import { AppError } from '@fangxing/contract'
import { PLAYABLE_TYPE } from '@fangxing/media'
import type { Case, User } from '@fangxing/storage'
import { z } from 'zod'
import { claimCase, claimNextCase } from '../cases/claim-case.ts'
import { decideCase } from '../cases/decide-case.ts'
import type { Caller, Entrant } from '../http/access.ts'
import type { App } from '../http/app.ts'
import { sendPart } from '../http/send-part.ts'
import type { Ports } from '../ports.ts'
import { contentBounds, seesContentOf } from './actor.ts'
import { toCaseRow, toCaseWhole } from './case-view.ts'
import { hideDecisions } from './second-looks.ts'
import { caseFilter, casePage, caseRow, caseWhole, settlement } from './shapes/case.ts'
import { id, pageQuery } from './shapes/parts.ts'
import { claimGrant } from './shapes/release.ts'

const params = z.object({ id })
const SEEN_BY: readonly Entrant[] = ['app', 'developer', 'reviewer', 'operator']

export function registerCases(app: App, ports: Ports): void {
  const { cases } = ports.storage

  app.get('/v1/cases', {
    config: { access: SEEN_BY },
    schema: {
      summary: 'Checks that wait for a person, oldest first, or that a person decided',
      querystring: pageQuery
        .extend(caseFilter.shape)
        .extend({ state: z.enum(['waiting', 'decided']).default('waiting') }),
      response: { 200: casePage },
    },
    async handler({ caller, query }) {
      const { appid, ...others } = query
      const filter = { ...others, ...contentBounds(caller, appid) }
      const page = await cases.list(filter, ports.clock.now())
      const items = await hideDecisions(ports, page.items, caller)
      return {
        items: items.map((one) => toCaseRow(one, caller)),
        nextCursor: page.nextCursor,
        waiting: await cases.countWaiting(filter),
      }
    },
  })

  app.get('/v1/cases/:id', {
    config: { access: SEEN_BY },
    schema: {
      summary: 'One case by the trace_id of its check, with the evidence and the decision',
      params,
      response: { 200: caseWhole },
    },
    async handler({ caller, params: { id: checkId } }) {
      const found = await getSeen(ports, caller, checkId)
      const [seen = found] = await hideDecisions(ports, [found], caller)
      return toCaseWhole(ports, seen, caller)
    },
  })

  registerSound(app, ports)
  registerClaiming(app, ports)
  registerDeciding(app, ports)
}

/** Written anew when it was kept; sandboxed all the same, and of parts when parts are asked for. */
function registerSound(app: App, ports: Ports): void {
  const { checks, media } = ports.storage
  app.get('/v1/cases/:id/sound', {
    config: { access: SEEN_BY },
    schema: { summary: 'The recording that the case is about, as WAV; ranges of bytes', params },
    async handler({ caller, params: { id: checkId }, headers: { range } }, reply) {
      await getSeen(ports, caller, checkId)
      const { soundId } = ((await checks.find(checkId))?.evidence ?? {}) as { soundId?: string }
      const content = soundId === undefined ? null : await media.content(soundId)
      if (content === null) throw new AppError('MEDIA_NOT_FOUND', { mediaId: checkId })
      reply.header('content-security-policy', "default-src 'none'; sandbox")
      reply.header('cache-control', 'no-store')
      return sendPart(reply.type(PLAYABLE_TYPE), content, range)
    },
  })
}

function registerClaiming(app: App, ports: Ports): void {
  app.post('/v1/cases/claim-next', {
    config: { access: ['reviewer'] },
    schema: {
      summary: 'Take the oldest case that nobody looks at; a decision needs the fence',
      body: caseFilter.nullish(),
      response: { 200: z.object({ case: caseRow.nullable(), fence: z.number().int().nullable() }) },
    },
    async handler({ caller, body }) {
      const next = await claimNextCase(ports, body ?? {}, asUser(caller))
      return { case: next && toCaseRow(next, caller), fence: next?.claim?.fence ?? null }
    },
  })

  app.post('/v1/cases/:id/claim', {
    config: { access: ['reviewer'] },
    schema: {
      summary: 'Take the case for ten minutes; a decision needs the fence',
      params,
      response: { 200: claimGrant },
    },
    async handler({ caller, params: { id: checkId } }) {
      const { fence, expiresAt } = await claimCase(ports, checkId, asUser(caller))
      return { fence, expiresAt }
    },
  })

  app.delete('/v1/cases/:id/claim', {
    config: { access: ['reviewer'] },
    schema: { summary: 'Give the case back', params, response: { 204: z.undefined() } },
    async handler({ caller, params: { id: checkId } }, reply) {
      await ports.storage.cases.giveBack(checkId, asUser(caller).id)
      return reply.code(204).send()
    },
  })
}

function registerDeciding(app: App, ports: Ports): void {
  app.post('/v1/cases/:id/decision', {
    config: { access: ['reviewer'] },
    schema: {
      summary: 'Settle the case; the app is told over its callbacks',
      params,
      body: settlement,
      response: { 200: caseRow },
    },
    async handler({ caller, body, params: { id: checkId } }) {
      return toCaseRow(await decideCase(ports, checkId, asUser(caller), body), caller)
    },
  })
}

/** The routes let in people only; this is for the compiler. */
export function asUser(caller: Caller): User {
  if (caller.kind !== 'user') throw new AppError('NOT_ALLOWED')
  return caller.user
}

async function getSeen({ storage, clock }: Ports, caller: Caller, checkId: string): Promise<Case> {
  const found = await storage.cases.find(checkId, clock.now())
  if (found === null || !seesContentOf(caller, found.appid))
    throw new AppError('CASE_NOT_FOUND', { checkId })
  return found
}
