/** Putting an item aside: skipped by one person, held for a while, or handed to a lead. */

import { sql } from 'kysely'
import type { Db } from '../connection.ts'
import type { Desk } from './desk.types.ts'

export function createMarks(db: Db): Pick<Desk, 'mark' | 'unmark'> {
  return {
    async mark(itemId, userId, { kind, note, at, until }) {
      await db
        .insertInto('desk_marks')
        .values({ item_id: itemId, user_id: userId, kind, note, at, until })
        .onConflict((conflict) =>
          conflict.columns(['item_id', 'kind', 'user_id']).doUpdateSet({ note, at, until }),
        )
        .execute()
    },

    async unmark(itemId, kind) {
      await db
        .deleteFrom('desk_marks')
        .where('item_id', '=', itemId)
        .where(sql<boolean>`kind = ${kind}`)
        .execute()
    },
  }
}
