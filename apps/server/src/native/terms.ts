/** The lexicon: its words, added and removed by operators, seen by whoever judges with it. */

import { AppError } from '@fangxing/contract'
import { z } from 'zod'
import type { App } from '../http/app.ts'
import { changeLexicon } from '../lexicon/change-lexicon.ts'
import type { Ports } from '../ports.ts'
import { toActor } from './actor.ts'
import { term, termDraft, terms } from './shapes/term.ts'
import { toDraft, toTermView } from './term-view.ts'
import { toWire } from './wire.ts'

/** Starter terms carry their word in the id, so ids are longer here. */
const params = z.object({ id: z.string().min(1).max(512) })

export function registerTerms(app: App, ports: Ports): void {
  app.get('/v1/terms', {
    config: { access: ['operator', 'reviewer'] },
    schema: { summary: 'Every term of the lexicon', response: { 200: terms } },
    async handler() {
      const { edition, refused } = await ports.lexicon.current()
      return {
        edition,
        items: toWire((await ports.lexicon.terms()).map(toTermView)),
        refused: refused.map(({ term: { id, text }, because }) => ({ id, text, because })),
      }
    },
  })

  app.post('/v1/terms', {
    config: { access: ['operator'] },
    schema: { summary: 'Add a term', body: termDraft, response: { 201: term } },
    async handler({ body, caller }, reply) {
      const createdBy = toActor(caller, ['operator']).name
      const added = await ports.storage.terms.add(toDraft(body, createdBy), ports.clock.now())
      ports.lexicon.invalidate()
      const view = { ...body, id: added.id, createdBy, createdAt: added.createdAt }
      return reply.code(201).send(view)
    },
  })

  app.delete('/v1/terms/:id', {
    config: { access: ['operator'] },
    schema: { summary: 'Remove a term', params, response: { 204: z.undefined() } },
    async handler({ params: { id }, caller }, reply) {
      const author = { by: toActor(caller, ['operator']).name, note: null }
      const edition = await changeLexicon(ports, { add: [], remove: [id] }, author)
      if (edition === null) throw new AppError('TERM_NOT_FOUND', { termId: id })
      return reply.code(204).send()
    },
  })
}
