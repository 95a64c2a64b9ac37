/** Reads editions of the lexicon. */

import { type Selectable, sql } from 'kysely'
import type { Db } from '../connection.ts'
import { pageOf, windowOf } from '../cursor.ts'
import type { Page, PageRequest } from '../page.types.ts'
import type { TermEdition, TermEditionSummary } from './lexicon.types.ts'
import type { LexiconTables } from './tables.ts'

/** Counts only: an imported list is megabytes, a page of editions is not. */
export async function listEditions(db: Db, page: PageRequest): Promise<Page<TermEditionSummary>> {
  const { before, limit } = windowOf(page)
  const rows = await db
    .selectFrom('lexicon_editions')
    .select(['number', 'parent', 'at', 'by_name', 'note', 'restores', 'number as n'])
    .select([
      sql<number>`jsonb_array_length(added) + jsonb_array_length(shown)`.as('added'),
      sql<number>`jsonb_array_length(removed) + jsonb_array_length(hidden)`.as('removed'),
      sql<number>`(select count(*)::int from jsonb_array_elements(added) a
        join jsonb_array_elements(removed) r on a.value ->> 'id' = r.value ->> 'id')`.as('changed'),
    ])
    .where('number', '<', before)
    .orderBy('number', 'desc')
    .limit(limit + 1)
    .execute()
  return pageOf(rows, limit, ({ n, by_name, added, removed, changed, ...row }) => ({
    ...row,
    by: by_name,
    added: added - changed,
    removed: removed - changed,
    changed,
  }))
}

export async function findEdition(db: Db, number: number): Promise<TermEdition | null> {
  const row = await db
    .selectFrom('lexicon_editions')
    .selectAll()
    .where('number', '=', number)
    .executeTakeFirst()
  return row === undefined ? null : toEdition(row)
}

/** Oldest first; null when one between `number` and `latest` is missing. */
export async function readSince(
  db: Db,
  number: number,
  latest: number,
): Promise<readonly TermEdition[] | null> {
  const rows = await db
    .selectFrom('lexicon_editions')
    .selectAll()
    .where('number', '>', number)
    .where('number', '<=', latest)
    .orderBy('number')
    .execute()
  return rows.length === latest - number ? rows.map(toEdition) : null
}

function toEdition({
  by_name,
  ...row
}: Selectable<LexiconTables['lexicon_editions']>): TermEdition {
  return { ...row, by: by_name }
}
