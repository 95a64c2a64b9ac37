/** The queries behind `CheckPolicies`. The live policy is also a setting, which every process reads. */

import type { Selectable } from 'kysely'
import type { Db } from '../connection.ts'
import { pageOf, windowOf } from '../cursor.ts'
import type { Database } from '../database.ts'
import { createSettings } from '../settings.ts'
import { toJson } from '../stored-text.ts'
import type { CheckPolicies, PolicyEdition } from './trials.types.ts'

/** Under this name the server has kept the live policy since before there were editions. */
const LIVE = 'checkPolicy'

export function createCheckPolicies(db: Db): CheckPolicies {
  return {
    publish: (edition) =>
      db.transaction().execute(async (transaction) => {
        const row = await transaction
          .insertInto('check_policies')
          .values({ ...edition, policy: toJson(edition.policy) })
          .returningAll()
          .executeTakeFirstOrThrow()
        await createSettings(transaction).set(LIVE, edition.policy)
        return toEdition(row)
      }),

    async find(number) {
      const row = await db
        .selectFrom('check_policies')
        .selectAll()
        .where('number', '=', number)
        .executeTakeFirst()
      return row === undefined ? null : toEdition(row)
    },

    async list(request = {}) {
      const { before, limit } = windowOf(request)
      const rows = await db
        .selectFrom('check_policies')
        .selectAll()
        .select('number as n')
        .where('number', '<', before)
        .orderBy('number', 'desc')
        .limit(limit + 1)
        .execute()
      return pageOf(rows, limit, toEdition)
    },
  }
}

function toEdition(row: Selectable<Database['check_policies']>): PolicyEdition {
  const { number, at, by, note, restores, policy } = row
  return { number, at, by, note, restores, policy }
}
