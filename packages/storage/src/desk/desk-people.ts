/** How people work at the desk, and what they had to see: the queries behind that part of `Desk`. */

import { sql } from 'kysely'
import type { Db } from '../connection.ts'
import { toJson } from '../stored-text.ts'
import type { Desk, DeskPerson, SavedFilter } from './desk.types.ts'

type PeoplePart = Pick<
  Desk,
  'person' | 'people' | 'setPerson' | 'expose' | 'countExposures' | 'exposuresOf'
>

export function createDeskPeople(db: Db): PeoplePart {
  const find = async (userId: string): Promise<DeskPerson> => {
    const row = await db
      .selectFrom('desk_people')
      .selectAll()
      .where('user_id', '=', userId)
      .executeTakeFirst()
    return row ? toPerson(row) : { userId, skills: [], filters: [], shield: {} }
  }
  return {
    person: find,

    people: async () =>
      (await db.selectFrom('desk_people').selectAll().orderBy('user_id').execute()).map(toPerson),

    async setPerson(userId, { skills, filters, shield }) {
      const change = {
        ...(skills === undefined ? {} : { skills }),
        ...(filters === undefined ? {} : { filters: toJson(filters) }),
        ...(shield === undefined ? {} : { shield: toJson(shield) }),
      }
      const row = { user_id: userId, skills: [], filters: '[]', shield: '{}', ...change }
      await db
        .insertInto('desk_people')
        .values(row)
        .onConflict((conflict) =>
          conflict.column('user_id').doUpdateSet({ user_id: userId, ...change }),
        )
        .execute()
      return find(userId)
    },

    async expose({ userId, itemId, kind, label, day, at }) {
      await db
        .insertInto('exposures')
        .values({ user_id: userId, item_id: itemId, kind, label, day, at })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },

    async countExposures(userId, day) {
      const { count } = await db
        .selectFrom('exposures')
        .select(sql<number>`count(*)::int`.as('count'))
        .where('user_id', '=', userId)
        .where('day', '=', day)
        .executeTakeFirstOrThrow()
      return count
    },

    async exposuresOf(day) {
      const rows = await db
        .selectFrom('exposures')
        .select(['user_id', sql<number>`count(*)::int`.as('count')])
        .where('day', '=', day)
        .groupBy('user_id')
        .execute()
      return rows.map(({ user_id, count }) => ({ userId: user_id, count }))
    },
  }
}

interface Row {
  readonly user_id: string
  readonly skills: readonly string[]
  readonly filters: readonly SavedFilter[]
  readonly shield: Readonly<Record<string, unknown>>
}

function toPerson({ user_id, ...rest }: Row): DeskPerson {
  return { userId: user_id, ...rest }
}
