/** The editions of the lexicon: what each changed, several changes at once, and going back. */

import { AppError } from '@fangxing/contract'
import type { TermEdition } from '@fangxing/storage'
import { z } from 'zod'
import type { Entrant } from '../http/access.ts'
import type { App } from '../http/app.ts'
import {
  type Author,
  changeLexicon,
  rollBackLexicon,
  toChanges,
} from '../lexicon/change-lexicon.ts'
import { toShelfTerm } from '../lexicon/shelf-term.ts'
import type { Ports } from '../ports.ts'
import { toActor } from './actor.ts'
import { editionDetails, editionDraft, editions, rollBackDraft } from './shapes/lexicon.ts'
import { pageQuery } from './shapes/parts.ts'
import { toDraft, toTermView } from './term-view.ts'
import { toWire } from './wire.ts'

const OPERATOR: readonly Entrant[] = ['operator']
const params = z.object({ number: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER) })

export function registerLexiconEditions(app: App, ports: Ports): void {
  registerReading(app, ports)

  app.post('/v1/lexicon-editions', {
    config: { access: OPERATOR },
    schema: {
      summary: 'Publish an edition: add and remove several terms at once',
      body: editionDraft,
      response: { 201: editionDetails },
    },
    async handler({ body: { add, remove, note }, caller }, reply) {
      const author: Author = { by: toActor(caller, OPERATOR).name, note: note ?? null }
      const drafts = add.map((draft) => toDraft(draft, author.by))
      const edition = await changeLexicon(ports, { add: drafts, remove }, author)
      if (edition === null) throw new AppError('TERM_NOT_FOUND', { termIds: remove })
      return reply.code(201).send(toDetails(edition))
    },
  })

  app.post('/v1/lexicon-editions/:number/roll-back', {
    config: { access: OPERATOR },
    schema: {
      summary: 'Publish an edition with the terms of an earlier one',
      params,
      body: rollBackDraft.nullish(),
      response: { 201: editionDetails },
    },
    async handler({ params: { number }, body, caller }, reply) {
      const author: Author = { by: toActor(caller, OPERATOR).name, note: body?.note ?? null }
      return reply.code(201).send(toDetails(await rollBackLexicon(ports, number, author)))
    },
  })
}

function registerReading(app: App, ports: Ports): void {
  app.get('/v1/lexicon-editions', {
    config: { access: ['operator', 'reviewer'] },
    schema: {
      summary: 'Editions of the lexicon, newest first',
      querystring: pageQuery,
      response: { 200: editions },
    },
    handler: async ({ query }) => toWire(await ports.storage.terms.editions(query)),
  })

  app.get('/v1/lexicon-editions/:number', {
    config: { access: ['operator', 'reviewer'] },
    schema: {
      summary: 'What an edition changed, term by term',
      params,
      response: { 200: editionDetails },
    },
    async handler({ params: { number } }) {
      const edition = await ports.storage.terms.findEdition(number)
      if (edition === null) throw new AppError('LEXICON_EDITION_NOT_FOUND', { edition: number })
      return toDetails(edition)
    },
  })
}

function toDetails(edition: TermEdition) {
  const { added, removed, changed } = toChanges(edition).changes
  const view = (term: (typeof added)[number]) => toTermView(toShelfTerm(term))
  return toWire({
    ...edition,
    added: added.map(view),
    removed: removed.map(view),
    changed: changed.map(({ before, after, fields }) => ({
      before: view(before),
      after: view(after),
      fields,
    })),
  })
}
