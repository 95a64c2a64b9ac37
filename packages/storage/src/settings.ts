/** Settings: the queries behind `Settings`. */

import type { OnConflictBuilder } from 'kysely'
import type { Db } from './connection.ts'
import type { Settings } from './content.types.ts'
import type { Database } from './database.ts'
import { toJson } from './stored-text.ts'

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

    async replace(name, known, value) {
      const row = { name, value: toJson(value) }
      const written =
        known === undefined
          ? await db
              .insertInto('settings')
              .values(row)
              .onConflict(ignored)
              .returning('name')
              .execute()
          : await db
              .updateTable('settings')
              .set(row)
              .where('name', '=', name)
              .where('value', '=', toJson(known))
              .returning('name')
              .execute()
      return written.length > 0
    },
  }
}

const ignored = (conflict: OnConflictBuilder<Database, 'settings'>) => conflict.doNothing()

async function readSetting(db: Db, name: string): Promise<unknown> {
  const row = await db
    .selectFrom('settings')
    .select('value')
    .where('name', '=', name)
    .executeTakeFirst()
  return row?.value
}
