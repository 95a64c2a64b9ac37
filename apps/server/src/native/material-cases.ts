/** Cases of materials: the queue, claiming, answering clause by clause, and appealing. */

import { z } from 'zod'
import type { App } from '../http/app.ts'
import {
  appealMaterial,
  claimMaterialCase,
  decideMaterial,
  MATERIAL_CLAIM_MS,
} from '../materials/decide-material.ts'
import type { Ports } from '../ports.ts'
import { toActor } from './actor.ts'
import { asUser } from './cases.ts'
import { getMaterial, toCaseView } from './material-view.ts'
import { appeal, casePage, materialAnswers, materialCase } from './shapes/material.ts'
import { id, pageQuery } from './shapes/parts.ts'
import { claimGrant } from './shapes/release.ts'

const params = z.object({ id })

export function registerMaterialCases(app: App, ports: Ports): void {
  const { materialCases, materials } = ports.storage

  app.get('/v1/material-cases', {
    config: { access: ['reviewer', 'operator'] },
    schema: {
      summary: 'Materials that wait for a person, oldest first',
      querystring: pageQuery,
      response: { 200: casePage },
    },
    async handler({ caller, query }) {
      const page = await materialCases.waiting(query, ports.wallClock.now())
      const items = await Promise.all(
        page.items.map(async (one) => ({
          ...toCaseView(one, caller),
          name: (await materials.find(one.materialId))?.name ?? '',
        })),
      )
      return { items, nextCursor: page.nextCursor, waiting: await materialCases.countWaiting() }
    },
  })

  app.post('/v1/material-cases/claim-next', {
    config: { access: ['reviewer'] },
    schema: {
      summary: 'Take the oldest that nobody looks at; a decision needs the fence',
      response: {
        200: z.object({ case: materialCase.nullable(), fence: z.number().int().nullable() }),
      },
    },
    async handler({ caller }) {
      const now = ports.wallClock.now()
      const next = await materialCases.claimNext(asUser(caller).id, now, MATERIAL_CLAIM_MS)
      return { case: next && toCaseView(next, caller), fence: next?.claim?.fence ?? null }
    },
  })

  registerHolding(app, ports)
  registerAnswering(app, ports)
}

function registerHolding(app: App, ports: Ports): void {
  app.post('/v1/material-cases/:id/claim', {
    config: { access: ['reviewer'] },
    schema: {
      summary: 'Take the case for half an hour; a decision needs the fence',
      params,
      response: { 200: claimGrant },
    },
    async handler({ caller, params: { id: caseId } }) {
      const { fence, expiresAt } = await claimMaterialCase(ports, caseId, asUser(caller))
      return { fence, expiresAt }
    },
  })

  app.delete('/v1/material-cases/:id/claim', {
    config: { access: ['reviewer'] },
    schema: { summary: 'Give the case back', params, response: { 204: z.undefined() } },
    async handler({ caller, params: { id: caseId } }, reply) {
      await ports.storage.materialCases.giveBack(caseId, asUser(caller).id)
      return reply.code(204).send()
    },
  })
}

function registerAnswering(app: App, ports: Ports): void {
  app.post('/v1/material-cases/:id/decision', {
    config: { access: ['reviewer'] },
    schema: {
      summary: 'Answer every clause that is asked; the verdict follows, and the app is told',
      params,
      body: materialAnswers,
      response: { 200: materialCase },
    },
    async handler({ caller, body, params: { id: caseId } }) {
      return toCaseView(await decideMaterial(ports, caseId, asUser(caller), body), caller)
    },
  })

  app.post('/v1/materials/:id/appeal', {
    config: { access: ['app', 'developer'] },
    schema: {
      summary: 'Ask for another look at a rejection, once for each audit; somebody else decides',
      params,
      body: appeal,
      response: { 201: materialCase },
    },
    async handler({ caller, body, params: { id: materialId } }, reply) {
      const found = await getMaterial(ports, caller, materialId)
      toActor(caller, ['app', 'developer'], found.appid)
      const opened = await appealMaterial(ports, found, body.reason)
      return reply.code(201).send(toCaseView(opened, caller))
    },
  })
}
