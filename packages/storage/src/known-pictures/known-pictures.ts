/** Known pictures: the queries behind `KnownPictures`. */

import { type Selectable, sql } from 'kysely'
import type { Db } from '../connection.ts'
import { pageOf, windowOf } from '../cursor.ts'
import type { Database } from '../database.ts'
import type { KnownPictureRow, KnownPictures } from './known-pictures.types.ts'

/** Rows of one statement: PostgreSQL takes 65,535 values. */
const BATCH = 5000
const READ_AT_ONCE = 1000

type Row = Selectable<Database['known_pictures']>

export function createKnownPictures(db: Db): KnownPictures {
  return {
    async add(drafts, addedBy, addedAt) {
      let added = 0
      for (let start = 0; start < drafts.length; start += BATCH) {
        const rows = drafts
          .slice(start, start + BATCH)
          .map((draft) => ({ ...draft, added_by: addedBy, added_at: addedAt }))
        const done = await db
          .insertInto('known_pictures')
          .values(rows)
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst()
        added += Number(done.numInsertedOrUpdatedRows ?? 0)
      }
      return added
    },

    remove: (id) =>
      db.transaction().execute(async (transaction) => {
        const gone = await transaction
          .deleteFrom('known_pictures')
          .where('n', '=', id)
          .executeTakeFirst()
        if (gone.numDeletedRows === 0n) return false
        await countRemoval(transaction)
        return true
      }),

    async list(page = {}) {
      const { before, limit } = windowOf(page)
      const rows = await db
        .selectFrom('known_pictures')
        .selectAll()
        .where('n', '<', before)
        .orderBy('n', 'desc')
        .limit(limit + 1)
        .execute()
      return pageOf(rows, limit, toKnown)
    },

    all: (after = 0) => readAll(db, after),

    async edition() {
      const { rows } = await sql<{ last: number | null; removed: number | null }>`
        select (select max(n) from fangxing.known_pictures) as last,
          (select (value ->> 0)::int from fangxing.settings where name = ${REMOVALS}) as removed
      `.execute(db)
      return `${rows[0]?.last ?? 0}-${rows[0]?.removed ?? 0}`
    },
  }
}

/** How many were ever removed, as a list of one number: rows that are gone leave no other trace. */
const REMOVALS = 'knownPictures/removed'

async function countRemoval(db: Db): Promise<void> {
  await sql`insert into fangxing.settings (name, value) values (${REMOVALS}, '[1]')
    on conflict (name) do update
    set value = jsonb_build_array((settings.value ->> 0)::int + 1)`.execute(db)
}

async function* readAll(db: Db, after: number): AsyncGenerator<KnownPictureRow> {
  for (let from = after; ; ) {
    const rows = await db
      .selectFrom('known_pictures')
      .selectAll()
      .where('n', '>', from)
      .orderBy('n')
      .limit(READ_AT_ONCE)
      .execute()
    yield* rows.map(toKnown)
    const last = rows.at(-1)
    if (last === undefined) return
    from = last.n
  }
}

function toKnown({ n, bits, bank, label, kind, added_by, added_at }: Row): KnownPictureRow {
  return { id: n, bits, bank, label, kind, addedBy: added_by, addedAt: added_at }
}
