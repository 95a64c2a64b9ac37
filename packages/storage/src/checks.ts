/** Records of text checks: the queries behind `Checks`. */

import type { Selectable } from 'kysely'
import type { Db } from './connection.ts'
import type { Check, Checks } from './content.types.ts'
import { pageOf, windowOf } from './cursor.ts'
import type { Database } from './database.ts'
import { randomHex } from './secrets.ts'
import { toJson } from './stored-text.ts'

export function createChecks(db: Db): Checks {
  return {
    async record({ texts, keepTextsUntil, evidence, ...rest }) {
      const id = [randomHex(4), randomHex(4), randomHex(4)].join('-')
      const kept = keepTextsUntil === null ? null : toJson(texts)
      await db
        .insertInto('checks')
        .values({
          ...rest,
          id,
          evidence: toJson(evidence),
          texts: kept,
          texts_until: keepTextsUntil,
        })
        .execute()
      return id
    },

    async find(id) {
      const row = await db.selectFrom('checks').selectAll().where('id', '=', id).executeTakeFirst()
      return row ? toCheck(row) : null
    },

    async list(filter = {}) {
      const { before, limit } = windowOf(filter)
      let query = db.selectFrom('checks').selectAll().where('n', '<', before)
      if (filter.appid !== undefined) query = query.where('appid', '=', filter.appid)
      if (filter.suggest !== undefined) query = query.where('suggest', '=', filter.suggest)
      return pageOf(
        await query
          .orderBy('n', 'desc')
          .limit(limit + 1)
          .execute(),
        limit,
        toCheck,
      )
    },

    async forgetTexts(now) {
      const forgotten = await db
        .updateTable('checks')
        .set({ texts: null, texts_until: null })
        .where('texts_until', '<=', now)
        .executeTakeFirst()
      return Number(forgotten.numUpdatedRows)
    },
  }
}

function toCheck({ n, texts_until, ...check }: Selectable<Database['checks']>): Check {
  return check
}
