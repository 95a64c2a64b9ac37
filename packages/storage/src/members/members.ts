/**
 * Membership of apps: the queries behind `Members`.
 *
 * A change locks the app's row, so two owners who leave at once do not both find the other there.
 */

import { AppError } from '@fangxing/contract'
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../connection.ts'
import type { Member, MemberChange, Members } from './members.types.ts'

const CHANGES_SHOWN = 100

export function createMembers(db: Db): Members {
  return {
    async of(userId) {
      const rows = await db
        .selectFrom('members')
        .select(['appid', 'part'])
        .where('user_id', '=', userId)
        .execute()
      return new Map(rows.map(({ appid, part }) => [appid, part]))
    },

    list: (appid) => list(db, appid),

    async changes(appid) {
      const rows = await db
        .selectFrom('member_changes')
        .selectAll()
        .where('appid', '=', appid)
        .orderBy('n', 'desc')
        .limit(CHANGES_SHOWN)
        .execute()
      return rows.map(({ user_id, name, part, changed_by, at }) => {
        return { userId: user_id, name, part, by: changed_by, at }
      })
    },

    change: (appid, changes, by, now) =>
      db.transaction().execute(async (transaction) => {
        await lockApp(transaction, appid)
        const hadOwner = await hasOwner(transaction, appid)
        for (const one of changes) await write(transaction, appid, one, by, now)
        if (hadOwner && !(await hasOwner(transaction, appid))) {
          throw new AppError('LAST_OWNER', { appid })
        }
        return list(transaction, appid)
      }),
  }
}

/** For a `where`: the rows of these apps, maybe of none. */
export function isAmong(appids: readonly string[], column = 'appid'): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(column)} = any(${[...appids]}::text[])`
}

async function list(db: Db, appid: string): Promise<readonly Member[]> {
  const rows = await db
    .selectFrom('members')
    .innerJoin('users', 'users.id', 'members.user_id')
    .select(['user_id', 'name', 'part', 'added_by', 'added_at'])
    .where('appid', '=', appid)
    .orderBy(sql`part = 'member'`)
    .orderBy('added_at')
    .orderBy('user_id')
    .execute()
  return rows.map(({ user_id, name, part, added_by, added_at }) => {
    return { userId: user_id, name, part, addedBy: added_by, addedAt: added_at }
  })
}

async function lockApp(db: Db, appid: string): Promise<void> {
  const row = await db
    .selectFrom('apps')
    .select('appid')
    .where('appid', '=', appid)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new AppError('APP_NOT_FOUND', { appid })
}

async function hasOwner(db: Db, appid: string): Promise<boolean> {
  const row = await db
    .selectFrom('members')
    .select('user_id')
    .where('appid', '=', appid)
    .where('part', '=', 'owner')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Who registers an app owns it, and added themselves. */
export async function writeOwner(
  db: Db,
  appid: string,
  userId: string,
  now: number,
): Promise<void> {
  await write(db, appid, { userId, part: 'owner' }, await nameOf(db, userId), now)
}

async function nameOf(db: Db, userId: string): Promise<string> {
  const user = await db
    .selectFrom('users')
    .select('name')
    .where('id', '=', userId)
    .executeTakeFirst()
  if (user === undefined) throw new AppError('USER_NOT_FOUND', { userId })
  return user.name
}

async function write(
  db: Db,
  appid: string,
  { userId, part }: MemberChange,
  by: string,
  now: number,
): Promise<void> {
  const name = await nameOf(db, userId)
  if (part === null) {
    await db
      .deleteFrom('members')
      .where('appid', '=', appid)
      .where('user_id', '=', userId)
      .execute()
  } else {
    await db
      .insertInto('members')
      .values({ appid, user_id: userId, part, added_by: by, added_at: now })
      .onConflict((conflict) => conflict.columns(['appid', 'user_id']).doUpdateSet({ part }))
      .execute()
  }
  const past = { appid, user_id: userId, name, part, changed_by: by, at: now }
  await db.insertInto('member_changes').values(past).execute()
}
