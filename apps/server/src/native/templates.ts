/** Templates: packages that the dialect's `commit` makes versions of other apps from. */

import { AppError } from '@fangxing/contract'
import { z } from 'zod'
import { type Caller, type Entrant, EVERYBODY_KNOWN } from '../http/access.ts'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { getRelease } from '../use-cases/cause.ts'
import { assertSeesRelease, toActor } from './actor.ts'
import { template, templateDraft, templates } from './shapes/intake.ts'
import { toWire } from './wire.ts'

/** People only: a template is seen by every app, so an app's own token may not make one. */
const EDITORS: readonly Entrant[] = ['developer', 'operator']

const params = z.object({ id: z.coerce.number().int().min(0) })

export function registerTemplates(app: App, ports: Ports): void {
  app.get('/v1/templates', {
    config: { access: EVERYBODY_KNOWN },
    schema: { summary: 'Every template, newest first', response: { 200: templates } },
    handler: async () => ({ items: toWire(await ports.storage.templates.list()) }),
  })

  app.post('/v1/templates', {
    config: { access: EDITORS },
    schema: {
      summary: 'Make an uploaded package a template for every app',
      body: templateDraft,
      response: { 201: template },
    },
    async handler({ body: { releaseId, description }, caller }, reply) {
      const found = await getRelease(ports, releaseId)
      assertSeesRelease(caller, found)
      const { id, life } = found
      const added = await ports.storage.templates.add(
        {
          releaseId: id,
          version: life.version,
          description: description === '' ? life.description : description,
          createdBy: toActor(caller, EDITORS, found.appid).name,
        },
        ports.clock.now(),
      )
      return reply.code(201).send(added)
    },
  })

  app.delete('/v1/templates/:id', {
    config: { access: EDITORS },
    schema: { summary: 'Remove a template; versions made from it stay', params },
    async handler({ caller, params: { id } }, reply) {
      await assertMayRemove(ports, caller, id)
      const isGone = await ports.storage.templates.remove(id, ports.clock.now())
      if (!isGone) throw new AppError('TEMPLATE_NOT_FOUND', { templateId: id })
      return reply.code(204).send()
    },
  })
}

/** Whoever acts for the app that the template was made from; an operator may always. */
async function assertMayRemove(ports: Ports, caller: Caller, id: number): Promise<void> {
  const template = await ports.storage.templates.find(id)
  if (template === null) throw new AppError('TEMPLATE_NOT_FOUND', { templateId: id })
  toActor(caller, EDITORS, (await getRelease(ports, template.releaseId)).appid)
}
