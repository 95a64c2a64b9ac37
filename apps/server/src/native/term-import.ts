/** Importing lists of terms, and the ordinary texts that show what a list would do. */

import type { Entrant } from '../http/access.ts'
import type { App } from '../http/app.ts'
import { importList, type ListImported } from '../lexicon/import-list.ts'
import { keepOrdinaryTexts, readOrdinaryTexts } from '../lexicon/ordinary-texts.ts'
import type { Ports } from '../ports.ts'
import { toActor } from './actor.ts'
import { listDraft, listImported, ordinaryDraft, ordinaryTexts } from './shapes/lexicon.ts'
import { toWire } from './wire.ts'

const OPERATOR: readonly Entrant[] = ['operator']
/** About half a million words; the ordinary texts of the table below fill it too. */
const BODY_LIMIT = 16 * 1024 * 1024
/** What a person can look through. */
const MOST_SHOWN = 200

export function registerTermImport(app: App, ports: Ports): void {
  app.post('/v1/terms/import', {
    bodyLimit: BODY_LIMIT,
    config: { access: OPERATOR },
    schema: {
      summary: 'Import a list of terms; what ordinary texts hit becomes a hint',
      body: listDraft,
      response: { 200: listImported },
    },
    async handler({ body: { preview, note, ...list }, caller }) {
      const author = { by: toActor(caller, OPERATOR).name, note: note ?? null }
      return toView(await importList(ports, { ...list, isPreview: preview }, author), list.level)
    },
  })

  app.get('/v1/ordinary-texts', {
    config: { access: OPERATOR },
    schema: { summary: 'The texts that lists are held against', response: { 200: ordinaryTexts } },
    async handler() {
      const { origin, texts } = await readOrdinaryTexts(ports.storage)
      return { origin, count: texts.length }
    },
  })

  app.post('/v1/ordinary-texts', {
    bodyLimit: BODY_LIMIT,
    config: { access: OPERATOR },
    schema: {
      summary: 'Keep ordinary texts of your own to hold lists against',
      body: ordinaryDraft,
      response: { 200: ordinaryTexts },
    },
    async handler({ body }) {
      await keepOrdinaryTexts(ports.storage, body.texts)
      const { origin, texts } = await readOrdinaryTexts(ports.storage)
      return { origin, count: texts.length }
    },
  })
}

function toView(answer: ListImported, asked: string) {
  const { edition, terms, known, refused, rates, ordinary } = answer
  const levels = new Map(terms.map(({ id, level }) => [id, level]))
  const hit = rates.filter(({ hits }) => hits > 0)
  const isHint = ({ term }: (typeof hit)[number]) => levels.get(term.id) !== term.level
  return toWire({
    edition: edition?.number ?? null,
    imported: edition?.added.length ?? 0,
    known,
    hints: asked === 'hint' ? 0 : hit.filter(isHint).length,
    refused: refused.slice(0, MOST_SHOWN),
    ordinary,
    rates: hit.slice(0, MOST_SHOWN).map(({ term, ...rate }) => ({
      text: term.text,
      level: levels.get(term.id) ?? term.level,
      ...rate,
    })),
  })
}
