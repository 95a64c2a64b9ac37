/** Packages that other apps may be made from: the queries behind `Templates`. */

import type { Selectable } from 'kysely'
import type { Db } from '../connection.ts'
import type { Template, Templates } from './intake.types.ts'
import type { IntakeTables } from './tables.ts'

/** The largest bigint of the column; a larger number names no template. */
const MAX_ID = Number.MAX_SAFE_INTEGER

export function createTemplates(db: Db): Templates {
  return {
    async add({ releaseId, version, description, createdBy }, now) {
      const row = await db
        .insertInto('templates')
        .values({
          release_id: releaseId,
          version,
          description,
          created_by: createdBy,
          created_at: now,
          removed_at: null,
        })
        .returningAll()
        .executeTakeFirstOrThrow()
      return toTemplate(row)
    },

    async find(id) {
      if (!isId(id)) return null
      const row = await db
        .selectFrom('templates')
        .selectAll()
        .where('id', '=', id)
        .where('removed_at', 'is', null)
        .executeTakeFirst()
      return row ? toTemplate(row) : null
    },

    async list() {
      const rows = await db
        .selectFrom('templates')
        .selectAll()
        .where('removed_at', 'is', null)
        .orderBy('id', 'desc')
        .execute()
      return rows.map(toTemplate)
    },

    async remove(id, now) {
      if (!isId(id)) return false
      const gone = await db
        .updateTable('templates')
        .set({ removed_at: now })
        .where('id', '=', id)
        .where('removed_at', 'is', null)
        .executeTakeFirst()
      return gone.numUpdatedRows > 0n
    },
  }
}

function isId(id: number): boolean {
  return Number.isInteger(id) && id >= 0 && id <= MAX_ID
}

function toTemplate(row: Selectable<IntakeTables['templates']>): Template {
  const { id, release_id, version, description, created_by, created_at } = row
  return {
    id,
    releaseId: release_id,
    version,
    description,
    createdBy: created_by,
    createdAt: created_at,
  }
}
