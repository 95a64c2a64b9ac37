/** Settings: the queries behind `Settings`. */

import type { Db } from './connection.ts'
import type { Settings } from './content.types.ts'
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
