/** Apps and the ledger of completed filings: the queries behind `Apps` and `Ledger`. */

import { AppError } from '@fangxing/contract'
import { sql } from 'kysely'
import type { App, AppChanges, AppDraft, Apps, Ledger } from './apps.types.ts'
import { type Db, refusedBy } from './connection.ts'
import { isAmong, writeOwner } from './members/members.ts'
import { areEqualHashes, randomHex, sha256 } from './secrets.ts'
import { toJson } from './stored-text.ts'

export function createApps(db: Db): Apps {
  return {
    async create(draft, now, ownerId) {
      const { appid = `fx${randomHex(8)}`, name, subject, categories } = draft
      const secret = randomHex(16)
      await db.transaction().execute(async (within) => {
        await insertApp(within, { ...draft, appid }, secret, now)
        if (ownerId !== undefined) await writeOwner(within, appid, ownerId, now)
      })
      const app = { appid, name, subject, categories, liveReleaseId: null, createdAt: now }
      return { app, secret }
    },

    find: (appid) => find(db, appid),

    async findMany(appids) {
      const rows = await selectApps(db).where(isAmong(appids)).orderBy('appid').execute()
      return rows.map(toApp)
    },

    async list() {
      const rows = await selectApps(db).orderBy('appid').execute()
      return rows.map(toApp)
    },

    change: (appid, changes) => change(db, appid, changes),

    renewSecret: (appid) => db.transaction().execute((within) => renewSecret(within, appid)),

    async hasSecret(appid, secret) {
      const row = await db
        .selectFrom('apps')
        .select('secret_hash')
        .where('appid', '=', appid)
        .executeTakeFirst()
      return areEqualHashes(sha256(secret), row?.secret_hash ?? sha256('')) && row !== undefined
    },
  }
}

export function createLedger(db: Db): Ledger {
  return {
    async list(appid) {
      const rows = await db
        .selectFrom('ledger')
        .selectAll()
        .where('appid', '=', appid)
        .orderBy('completed_at')
        .orderBy('first')
        .orderBy('second')
        .execute()
      return rows.map(({ first, second, release_id, completed_at }) => ({
        category: { first, second },
        releaseId: release_id,
        completedAt: completed_at,
      }))
    },
  }
}

function selectApps(db: Db) {
  // The one that serves everybody, before one that is served to some.
  const liveReleaseId = sql<string | null>`(
    select id from fangxing.releases
    where releases.appid = apps.appid and state in ('launched', 'takedownOrdered', 'greyLaunch')
    order by state = 'greyLaunch', n desc limit 1)`
  return db.selectFrom('apps').selectAll().select(liveReleaseId.as('live_release_id'))
}

async function find(db: Db, appid: string): Promise<App | null> {
  const row = await selectApps(db).where('appid', '=', appid).executeTakeFirst()
  return row ? toApp(row) : null
}

async function change(db: Db, appid: string, changes: AppChanges): Promise<App> {
  const { name, subject, categories } = changes
  await db
    .updateTable('apps')
    .set({
      appid,
      ...(name === undefined ? {} : { name }),
      ...(subject === undefined ? {} : { subject: toJson(subject) }),
      ...(categories === undefined ? {} : { categories: toJson(categories) }),
    })
    .where('appid', '=', appid)
    .execute()
  return (await find(db, appid)) ?? notFound(appid)
}

async function renewSecret(db: Db, appid: string): Promise<string> {
  const secret = randomHex(16)
  const changed = await db
    .updateTable('apps')
    .set({ secret_hash: sha256(secret) })
    .where('appid', '=', appid)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) notFound(appid)
  await db.deleteFrom('access_tokens').where('appid', '=', appid).execute()
  return secret
}

async function insertApp(
  db: Db,
  { appid, name, subject, categories }: AppDraft & { readonly appid: string },
  secret: string,
  now: number,
): Promise<void> {
  try {
    await db
      .insertInto('apps')
      .values({
        appid,
        name,
        subject: toJson(subject),
        categories: toJson(categories),
        secret_hash: sha256(secret),
        created_at: now,
      })
      .execute()
  } catch (error) {
    if (refusedBy(error) !== 'apps_pkey') throw error
    throw new AppError('APP_ALREADY_EXISTS', { appid }, { cause: error })
  }
}

function toApp(row: {
  appid: string
  name: string
  subject: App['subject']
  categories: App['categories']
  live_release_id: string | null
  created_at: number
}): App {
  const { appid, name, subject, categories, live_release_id, created_at } = row
  return { appid, name, subject, categories, liveReleaseId: live_release_id, createdAt: created_at }
}

function notFound(appid: string): never {
  throw new AppError('APP_NOT_FOUND', { appid })
}
