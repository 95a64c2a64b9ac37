/** Users, sessions and the first run: the queries behind `Users`, `Sessions` and `FirstRun`. */

import { AppError } from '@fangxing/contract'
import { sql } from 'kysely'
import { type Db, refusedBy } from './connection.ts'
import type {
  FirstRun,
  Role,
  Sessions,
  User,
  UserChange,
  UserDraft,
  Users,
} from './people.types.ts'
import { hashPassword, isPassword, randomHex, randomToken, sha256 } from './secrets.ts'
import { toJson } from './stored-text.ts'

/** Long enough to come back to the terminal the next morning. */
const FIRST_RUN_LASTS_MS = 24 * 60 * 60 * 1000

export function createUsers(db: Db): Users {
  return {
    create: async (draft, now) => insertUser(db, draft, await hashPassword(draft.password), now),

    async find(id) {
      const row = await db.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst()
      return row ? toUser(row) : null
    },

    async list() {
      const rows = await db
        .selectFrom('users')
        .selectAll()
        .orderBy('created_at')
        .orderBy('id')
        .execute()
      return rows.map(toUser)
    },

    async findByName(name) {
      const row = await selectNamed(db, name).executeTakeFirst()
      return row ? toUser(row) : null
    },

    async findByPassword(name, password) {
      const row = await selectNamed(db, name).executeTakeFirst()
      const isRight = await isPassword(password, row?.password_hash ?? null)
      return isRight && row && row.frozen_at === null ? toUser(row) : null
    },

    change: (id, change) => changeUser(db, id, change),

    setPassword: (id, password) => setPassword(db, id, password),
  }
}

async function setPassword(db: Db, id: string, password: string): Promise<boolean> {
  const password_hash = await hashPassword(password)
  return db.transaction().execute(async (transaction) => {
    const changed = await transaction
      .updateTable('users')
      .set({ password_hash })
      .where('id', '=', id)
      .executeTakeFirst()
    await transaction.deleteFrom('sessions').where('user_id', '=', id).execute()
    return changed.numUpdatedRows > 0n
  })
}

function selectNamed(db: Db, name: string) {
  return db.selectFrom('users').selectAll().where(sql<boolean>`lower(name) = lower(${name})`)
}

function changeUser(db: Db, id: string, change: UserChange): Promise<User | null> {
  return db.transaction().execute(async (transaction) => {
    // Two operators who take the role from each other at once: the second sees the first.
    await sql`lock table fangxing.users in share row exclusive mode`.execute(transaction)
    const before = await transaction
      .selectFrom('users')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst()
    if (before === undefined) return null
    const { roles = before.roles, region = before.region, frozenAt = before.frozen_at } = change
    await transaction
      .updateTable('users')
      .set({ roles: toJson(roles), region, frozen_at: frozenAt })
      .where('id', '=', id)
      .execute()
    if (frozenAt !== null) {
      await transaction.deleteFrom('sessions').where('user_id', '=', id).execute()
    }
    await assertOperatorRemains(transaction)
    return toUser({ ...before, roles, region, frozen_at: frozenAt })
  })
}

async function assertOperatorRemains(db: Db): Promise<void> {
  const operator = await db
    .selectFrom('users')
    .select('id')
    .where('frozen_at', 'is', null)
    .where(sql<boolean>`roles ? 'operator'`)
    .limit(1)
    .executeTakeFirst()
  if (operator === undefined) throw new AppError('LAST_OPERATOR')
}

export function createSessions(db: Db): Sessions {
  return {
    async start(userId, now, lastsMs) {
      const token = randomToken()
      const row = { token_hash: sha256(token), user_id: userId, expires_at: now + lastsMs }
      await db.insertInto('sessions').values(row).execute()
      return token
    },

    async find(token, now) {
      const row = await db
        .selectFrom('sessions')
        .innerJoin('users', 'users.id', 'sessions.user_id')
        .selectAll('users')
        .where('token_hash', '=', sha256(token))
        .where('expires_at', '>', now)
        .where('frozen_at', 'is', null)
        .executeTakeFirst()
      return row ? toUser(row) : null
    },

    async end(token) {
      await db.deleteFrom('sessions').where('token_hash', '=', sha256(token)).execute()
    },

    async sweep(now) {
      const gone = await db.deleteFrom('sessions').where('expires_at', '<=', now).executeTakeFirst()
      return Number(gone.numDeletedRows)
    },
  }
}

export function createFirstRun(db: Db): FirstRun {
  async function isOpen(): Promise<boolean> {
    return (await db.selectFrom('users').select('id').limit(1).executeTakeFirst()) === undefined
  }

  return {
    isOpen,

    async open(now) {
      if (!(await isOpen())) return null
      const token = randomToken()
      await db.deleteFrom('first_run_tokens').where('expires_at', '<=', now).execute()
      await db
        .insertInto('first_run_tokens')
        .values({ token_hash: sha256(token), expires_at: now + FIRST_RUN_LASTS_MS })
        .execute()
      return token
    },

    async use(token, name, password, now) {
      const hash = await hashPassword(password)
      return db.transaction().execute(async (transaction) => {
        // Two who come at once with two links: the second waits here, and then finds nothing.
        await sql`lock table fangxing.first_run_tokens in exclusive mode`.execute(transaction)
        const found = await transaction
          .selectFrom('first_run_tokens')
          .select('token_hash')
          .where('token_hash', '=', sha256(token))
          .where('expires_at', '>', now)
          .executeTakeFirst()
        if (!found) throw new AppError('FIRST_RUN_LINK_USED')
        await transaction.deleteFrom('first_run_tokens').execute()
        return insertUser(transaction, { name, roles: ['operator'], password }, hash, now)
      })
    },
  }
}

async function insertUser(db: Db, draft: UserDraft, hash: string, now: number): Promise<User> {
  const user: User = {
    id: randomHex(8),
    name: draft.name,
    roles: draft.roles,
    region: draft.region ?? null,
    createdAt: now,
    frozenAt: null,
  }
  try {
    await db
      .insertInto('users')
      .values({
        id: user.id,
        name: user.name,
        roles: toJson(user.roles),
        region: user.region,
        password_hash: hash,
        created_at: now,
      })
      .execute()
    return user
  } catch (error) {
    if (refusedBy(error) !== 'user_name_taken') throw error
    throw new AppError('USER_ALREADY_EXISTS', { name: draft.name }, { cause: error })
  }
}

function toUser(row: {
  id: string
  name: string
  roles: readonly Role[]
  region: string | null
  created_at: number
  frozen_at: number | null
}): User {
  const { id, name, roles, region, created_at, frozen_at } = row
  return { id, name, roles, region, createdAt: created_at, frozenAt: frozen_at }
}
