/** The queries behind `TextModels`. */

import { type Selectable, sql } from 'kysely'
import type { Db } from '../connection.ts'
import { pageOf, windowOf } from '../cursor.ts'
import type { TextModelTables } from './tables.ts'
import type { TextModelEdition, TextModels } from './text-models.types.ts'

export function createTextModels(db: Db): TextModels {
  const select = () => db.selectFrom('text_models').selectAll()
  return {
    async publish({ adjustment, ...edition }) {
      const row = await db
        .insertInto('text_models')
        .values({ ...edition, adjustment: adjustment === null ? null : JSON.stringify(adjustment) })
        .returningAll()
        .executeTakeFirstOrThrow()
      return toEdition(row)
    },

    async find(number) {
      const row = await select().where('number', '=', number).executeTakeFirst()
      return row ? toEdition(row) : null
    },

    async live() {
      const row = await select().orderBy('number', 'desc').limit(1).executeTakeFirst()
      return row ? toEdition(row) : null
    },

    async liveNumber() {
      const { number } = await db
        .selectFrom('text_models')
        .select(sql<number>`coalesce(max(number), 0)`.as('number'))
        .executeTakeFirstOrThrow()
      return number
    },

    async list(request = {}) {
      const { before, limit } = windowOf(request)
      const rows = await select()
        .select('number as n')
        .where('number', '<', before)
        .orderBy('number', 'desc')
        .limit(limit + 1)
        .execute()
      return pageOf(rows, limit, toEdition)
    },
  }
}

function toEdition(row: Selectable<TextModelTables['text_models']>): TextModelEdition {
  const { number, at, by, note, restores, adjustment } = row
  const parsed: unknown = adjustment === null ? null : JSON.parse(adjustment)
  return { number, at, by, note, restores, adjustment: parsed }
}
