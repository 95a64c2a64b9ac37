/** The operator's terms and settings: the queries behind `Terms` and `Settings`. */

import { type Selectable, sql } from 'kysely'
import type { Db } from './connection.ts'
import type { Settings, StoredTerm, Terms } from './content.types.ts'
import type { Database } from './database.ts'
import { randomHex } from './secrets.ts'
import { toJson } from './stored-text.ts'

/** The setting that counts changes of the terms, in the same transaction as each. */
const EDITION = 'terms.edition'

export function createTerms(db: Db): Terms {
  return {
    add: (draft, now) =>
      db.transaction().execute(async (transaction) => {
        const { conversions = null, scenes = null, note = null } = draft
        const row = await transaction
          .insertInto('terms')
          .values({
            id: randomHex(8),
            text: draft.text,
            label: draft.label,
            level: draft.level,
            conversions: conversions && toJson(conversions),
            scenes: scenes && toJson(scenes),
            note,
            created_by: draft.createdBy,
            created_at: now,
          })
          .returningAll()
          .executeTakeFirstOrThrow()
        await countChange(transaction)
        return toTerm(row)
      }),

    remove: (id) =>
      db.transaction().execute(async (transaction) => {
        const gone = await transaction.deleteFrom('terms').where('id', '=', id).executeTakeFirst()
        if (gone.numDeletedRows === 0n) return false
        await countChange(transaction)
        return true
      }),

    async list() {
      const rows = await db.selectFrom('terms').selectAll().orderBy('n').execute()
      return rows.map(toTerm)
    },

    async edition() {
      return Number((await readSetting(db, EDITION)) ?? 0)
    },
  }
}

export function createSettings(db: Db): Settings {
  return {
    get: (name) => readSetting(db, name),

    async set(name, value) {
      const row = { name, value: toJson(value) }
      await db
        .insertInto('settings')
        .values(row)
        .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
        .execute()
    },
  }
}

async function readSetting(db: Db, name: string): Promise<unknown> {
  const row = await db
    .selectFrom('settings')
    .select('value')
    .where('name', '=', name)
    .executeTakeFirst()
  return row?.value
}

async function countChange(db: Db): Promise<void> {
  await db
    .insertInto('settings')
    .values({ name: EDITION, value: '1' })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet({
        value: sql<string>`to_jsonb((settings.value #>> '{}')::bigint + 1)`,
      }),
    )
    .execute()
}

function toTerm({ n, created_by, created_at, ...term }: Selectable<Database['terms']>): StoredTerm {
  return { ...term, createdBy: created_by, createdAt: created_at }
}
