/**
 * Changes the list of terms, counts the change, and keeps it as an edition: one transaction.
 *
 * Editions are published one at a time, under a lock, so that each has exactly one before it.
 * Replaced and removed terms are kept whole in the edition: that is what a roll back puts back.
 */

import { sql } from 'kysely'
import type { Db } from '../connection.ts'
import { toJson } from '../stored-text.ts'
import type { Publication, Published, StoredTerm, TermListChange } from './lexicon.types.ts'
import { fromTermRow, toTermRow } from './term-rows.ts'

/** The setting that counts changes of the terms, in the same transaction as each. */
const EDITION = 'terms.edition'
const HIDDEN = 'removedStarterTerms'

/** Any number that no other user of the database takes for its own advisory lock. */
const LOCK = 7_300_202_612

/** PostgreSQL takes 65,535 values in one statement; a row has 15. */
const ROWS_AT_ONCE = 4000

export function publish(db: Db, change: TermListChange, about: Publication): Promise<Published> {
  return db.transaction().execute((transaction) => publishWithin(transaction, change, about))
}

/** In a transaction of the caller's: what else it writes is published with the edition or not. */
export async function publishWithin(
  db: Db,
  change: TermListChange,
  about: Publication,
): Promise<Published> {
  await sql`select pg_advisory_xact_lock(${LOCK})`.execute(db)
  const parent = await readLatest(db)
  if (about.parent !== undefined && about.parent !== parent) {
    return { kind: 'overtaken', latest: parent }
  }
  const removed = await take(db, [...change.removed, ...change.put.map(({ id }) => id)])
  const { hidden, shown } = await hide(db, change)
  const counts = [removed, change.put, hidden, shown].some(({ length }) => length > 0)
  if (!counts && about.restores === undefined) return { kind: 'unchanged' }

  await put(db, change.put)
  const { by, at, note, restores = null } = about
  const edition = { number: parent + 1, parent, at, by, note, restores }
  const changes = { added: change.put, removed, hidden, shown }
  await write(db, EDITION, edition.number)
  await db
    .insertInto('lexicon_editions')
    .values({
      number: edition.number,
      parent,
      at,
      by_name: by,
      note,
      restores,
      added: toJson(changes.added),
      removed: toJson(removed),
      hidden: toJson(hidden),
      shown: toJson(shown),
    })
    .execute()
  return { kind: 'published', edition: { ...edition, ...changes } }
}

export async function readLatest(db: Db): Promise<number> {
  return Number((await read(db, EDITION)) ?? 0)
}

export async function readHidden(db: Db): Promise<readonly string[]> {
  return ((await read(db, HIDDEN)) ?? []) as readonly string[]
}

/** Takes the terms with these ids off the list and returns those that were on it. */
async function take(db: Db, ids: readonly string[]): Promise<readonly StoredTerm[]> {
  if (ids.length === 0) return []
  const rows = await db
    .deleteFrom('terms')
    .where('id', '=', sql<string>`any(${[...ids]}::text[])`)
    .returningAll()
    .execute()
  return rows.map(fromTermRow)
}

async function put(db: Db, terms: readonly StoredTerm[]): Promise<void> {
  for (let from = 0; from < terms.length; from += ROWS_AT_ONCE) {
    const rows = terms.slice(from, from + ROWS_AT_ONCE).map(toTermRow)
    await db.insertInto('terms').values(rows).execute()
  }
}

/** What really becomes different about the starter terms. */
async function hide(db: Db, { hidden, shown }: TermListChange) {
  const before = new Set(await readHidden(db))
  const less = [...new Set(hidden)].filter((id) => !before.has(id))
  const more = [...new Set(shown)].filter((id) => before.has(id))
  if (less.length + more.length > 0) {
    const after = [...before, ...less].filter((id) => !more.includes(id))
    await write(db, HIDDEN, after)
  }
  return { hidden: less, shown: more }
}

async function read(db: Db, name: string): Promise<unknown> {
  const row = await db
    .selectFrom('settings')
    .select('value')
    .where('name', '=', name)
    .executeTakeFirst()
  return row?.value
}

async function write(db: Db, name: string, value: unknown): Promise<void> {
  const row = { name, value: toJson(value) }
  await db
    .insertInto('settings')
    .values(row)
    .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
    .execute()
}
