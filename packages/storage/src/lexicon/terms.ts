/** The operator's terms and the editions of the lexicon: the queries behind `Terms`. */

import type { Db } from '../connection.ts'
import { randomHex } from '../secrets.ts'
import { findEdition, listEditions, readSince } from './editions.ts'
import type { StoredTerm, TermDraft, Terms } from './lexicon.types.ts'
import { publish, readHidden, readLatest } from './publish.ts'
import { fromTermRow, toStoredTerm } from './term-rows.ts'

const NOTHING = { put: [], removed: [], hidden: [], shown: [] }

export function createTerms(db: Db): Terms {
  const make = (drafts: readonly TermDraft[], now: number) =>
    drafts.map((draft) => toStoredTerm({ ...draft, id: draft.id ?? randomHex(8) }, now))

  return {
    make,

    async add(draft, now) {
      const [term] = make([draft], now) as [StoredTerm]
      await publish(db, { ...NOTHING, put: [term] }, { by: draft.createdBy, at: now, note: null })
      return term
    },

    async remove(id, publication) {
      const answer = await publish(db, { ...NOTHING, removed: [id] }, publication)
      return answer.kind === 'published'
    },

    change: (change, publication) => publish(db, change, publication),

    async list() {
      const rows = await db.selectFrom('terms').selectAll().orderBy('n').execute()
      return rows.map(fromTermRow)
    },

    hidden: () => readHidden(db),
    edition: () => readLatest(db),
    editions: (page = {}) => listEditions(db, page),
    findEdition: (number) => findEdition(db, number),
    editionsSince: async (number) => readSince(db, number, await readLatest(db)),
  }
}
