/** Documents by their marks: the queries behind `Documents`. */

import { type Selectable, sql } from 'kysely'
import type { Db } from '../connection.ts'
import { toStored } from '../stored-text.ts'
import type { DocumentDraft, DocumentRow, Documents } from './documents.types.ts'
import type { DocumentTables } from './tables.ts'

/** Rows of one statement: its parameters stay below the 65,535 that the protocol allows. */
const ROWS_AT_ONCE = 500

export function createDocuments(db: Db): Documents {
  return {
    async add(corpus, drafts, now) {
      const byName = [...new Map(drafts.map((draft) => [draft.name, draft])).values()]
      for (let from = 0; from < byName.length; from += ROWS_AT_ONCE) {
        await write(db, corpus, byName.slice(from, from + ROWS_AT_ONCE), now)
      }
      return byName.length
    },

    async candidates(bands, most) {
      const { rows } = await sql<FoundRow>`
        select * from fangxing.documents_like(${[...bands]}::integer[], ${most})
      `.execute(db)
      return rows.map(toRow)
    },

    async sharing(passages, { least, most }) {
      if (passages.length === 0) return []
      const { rows } = await sql<FoundRow>`
        select * from fangxing.documents_sharing(${[...passages]}::integer[], ${least}, ${most})
      `.execute(db)
      return rows.map(toRow)
    },

    async texts(numbers) {
      if (numbers.length === 0) return new Map()
      const rows = await db
        .selectFrom('document_texts')
        .selectAll()
        .where('n', 'in', numbers)
        .execute()
      return new Map(rows.map(({ n, content }) => [n, content]))
    },

    async corpora() {
      const rows = await db
        .selectFrom('documents')
        .select(({ fn }) => [
          'corpus as name',
          sql<number>`count(*)::int`.as('documents'),
          fn.max<number>('added_at').as('addedAt'),
        ])
        .groupBy('corpus')
        .orderBy('corpus')
        .execute()
      return rows
    },

    async remove(corpus, name) {
      const removed = await db
        .deleteFrom('documents')
        .where('corpus', '=', corpus)
        .where('name', '=', name)
        .executeTakeFirst()
      return removed.numDeletedRows > 0n
    },

    async drop(corpus) {
      const removed = await db
        .deleteFrom('documents')
        .where('corpus', '=', corpus)
        .executeTakeFirst()
      return Number(removed.numDeletedRows)
    },
  }
}

type FoundRow = Omit<Selectable<DocumentTables['documents']>, 'bands' | 'passages' | 'added_at'>

function toRow({ published_at, ...row }: FoundRow): DocumentRow {
  return { ...row, publishedAt: published_at }
}

/** Marks and texts in one statement: a document without its text would be no evidence. */
async function write(
  db: Db,
  corpus: string,
  drafts: readonly DocumentDraft[],
  now: number,
): Promise<void> {
  if (drafts.length === 0) return
  await db
    .with('given', (given) =>
      given
        .insertInto('documents')
        .values(
          drafts.map(({ name, appid, publishedAt, entries, bands, passages }) => ({
            ...{ corpus, name, appid, published_at: publishedAt, added_at: now },
            entries: Buffer.from(entries),
            bands: [...bands],
            passages: [...passages],
          })),
        )
        .onConflict((conflict) =>
          conflict.columns(['corpus', 'name']).doUpdateSet(({ ref }) => ({
            appid: ref('excluded.appid'),
            published_at: ref('excluded.published_at'),
            added_at: ref('excluded.added_at'),
            entries: ref('excluded.entries'),
            bands: ref('excluded.bands'),
            passages: ref('excluded.passages'),
          })),
        )
        .returning(['n', 'name']),
    )
    .insertInto('document_texts')
    .columns(['n', 'content'])
    .expression((query) =>
      query
        .selectFrom('given')
        .innerJoin(
          sql<{ name: string; content: string }>`unnest(
            ${drafts.map(({ name }) => toStored(name))}::text[],
            ${drafts.map(({ text }) => toStored(text))}::text[]
          )`.as<'texts'>(sql`texts(name, content)`),
          'texts.name',
          'given.name',
        )
        .select(['given.n', 'texts.content']),
    )
    .onConflict((conflict) =>
      conflict.column('n').doUpdateSet(({ ref }) => ({ content: ref('excluded.content') })),
    )
    .execute()
}
