/**
 * Categories that an app asks for, and what an operator answers: the queries behind
 * `CategoryRequests`.
 *
 * The app's row is locked while a change is decided, so limits hold whoever asks at the same time.
 * What is registered stays in the app itself: a request only says how it came there.
 */

import { AppError, type Category } from '@fangxing/contract'
import type { Selectable } from 'kysely'
import type { Db } from '../connection.ts'
import { writeOutbox } from '../outbox/write-outbox.ts'
import { toJson } from '../stored-text.ts'
import type {
  CategoryChange,
  CategoryDecision,
  CategoryRequest,
  CategoryRequests,
  Certificate,
  HeldCategories,
} from './intake.types.ts'
import { retainMedia } from './media.ts'
import type { IntakeTables } from './tables.ts'

/** A push names none; notices would, and none is written here. */
const NO_RELEASE = ''

export function createCategoryRequests(db: Db): CategoryRequests {
  return {
    held: (appid) => readHeld(db, appid, false),

    change: (appid, choose, now) =>
      db.transaction().execute(async (within) => {
        const held = await readHeld(within, appid, true)
        await write(within, appid, choose(held), held.categories, now)
      }),

    async waiting() {
      const rows = await selectOpen(db).where('status', '=', 'reviewing').orderBy('id').execute()
      return rows.map(toRequest)
    },

    decide: (id, decision, now, tell) =>
      db.transaction().execute(async (within) => {
        const decided = await decide(within, id, decision, now)
        if (decided === null || tell === undefined) return decided
        await writeOutbox(
          within,
          { appid: decided.appid, releaseId: NO_RELEASE },
          { pushes: [tell(decided)] },
        )
        return decided
      }),
  }
}

async function readHeld(db: Db, appid: string, isLocked: boolean): Promise<HeldCategories> {
  const query = db.selectFrom('apps').select('categories').where('appid', '=', appid)
  const app = await (isLocked ? query.forUpdate() : query).executeTakeFirst()
  if (app === undefined) throw new AppError('APP_NOT_FOUND', { appid })
  const rows = await db
    .selectFrom('category_requests')
    .selectAll()
    .where('appid', '=', appid)
    .orderBy('requested_at')
    .orderBy('id')
    .execute()
  return {
    categories: app.categories,
    requests: rows.filter(({ ended_at }) => ended_at === null).map(toRequest),
    requestedAt: rows.map(({ requested_at }) => requested_at),
  }
}

async function write(
  db: Db,
  appid: string,
  { ask = [], askAgain, giveBack }: CategoryChange,
  registered: readonly Category[],
  now: number,
): Promise<void> {
  if (giveBack !== undefined) {
    await end(db, appid, giveBack, now)
    await register(
      db,
      appid,
      registered.filter((category) => !isSame(category, giveBack)),
    )
  }
  for (const { category, certificates, status } of ask) {
    await end(db, appid, category, now)
    await insert(db, appid, { category, certificates, status }, now)
  }
  const passed = ask.flatMap(({ category, status }) => (status === 'passed' ? [category] : []))
  if (passed.length > 0) await register(db, appid, [...registered, ...passed])
  if (askAgain !== undefined) await reopen(db, askAgain)
}

async function insert(
  db: Db,
  appid: string,
  { category, certificates, status }: Pick<CategoryRequest, 'category' | 'certificates' | 'status'>,
  now: number,
): Promise<void> {
  await retainMedia(db, mediaOf(certificates))
  await db
    .insertInto('category_requests')
    .values({
      appid,
      ...category,
      status,
      reason: '',
      certificates: toJson(certificates),
      requested_at: now,
      decided_at: status === 'passed' ? now : null,
      decided_by: null,
      ended_at: null,
    })
    .execute()
}

async function reopen(
  db: Db,
  { id, certificates }: Pick<CategoryRequest, 'id' | 'certificates'>,
): Promise<void> {
  await retainMedia(db, mediaOf(certificates))
  await db
    .updateTable('category_requests')
    .set({
      status: 'reviewing',
      reason: '',
      certificates: toJson(certificates),
      decided_at: null,
      decided_by: null,
    })
    .where('id', '=', id)
    .execute()
}

async function end(db: Db, appid: string, { first, second }: Category, now: number): Promise<void> {
  await db
    .updateTable('category_requests')
    .set({ ended_at: now })
    .where('appid', '=', appid)
    .where('first', '=', first)
    .where('second', '=', second)
    .where('ended_at', 'is', null)
    .execute()
}

async function register(db: Db, appid: string, categories: readonly Category[]): Promise<void> {
  await db
    .updateTable('apps')
    .set({ categories: toJson(categories) })
    .where('appid', '=', appid)
    .execute()
}

async function decide(
  db: Db,
  id: number,
  { status, reason, decidedBy }: CategoryDecision,
  now: number,
): Promise<CategoryRequest | null> {
  const found = await selectOpen(db).where('id', '=', id).executeTakeFirst()
  if (found === undefined) return null
  // The app first, as in `change`: two locks in one order never wait in a circle.
  const held = await readHeld(db, found.appid, true)
  const row = await db
    .updateTable('category_requests')
    .set({ status, reason, decided_at: now, decided_by: decidedBy })
    .where('id', '=', id)
    .where('status', '=', 'reviewing')
    .where('ended_at', 'is', null)
    .returningAll()
    .executeTakeFirst()
  if (row === undefined) return null
  const request = toRequest(row)
  if (status === 'passed' && !held.categories.some((one) => isSame(one, request.category))) {
    await register(db, row.appid, [...held.categories, request.category])
  }
  return request
}

function selectOpen(db: Db) {
  return db.selectFrom('category_requests').selectAll().where('ended_at', 'is', null)
}

function mediaOf(certificates: readonly Certificate[]): readonly string[] {
  return certificates.map(({ mediaId }) => mediaId)
}

function isSame(one: Category, other: Category): boolean {
  return one.first === other.first && one.second === other.second
}

function toRequest(row: Selectable<IntakeTables['category_requests']>): CategoryRequest {
  const { id, appid, first, second, status, reason, certificates } = row
  return {
    id,
    appid,
    category: { first, second },
    status,
    reason,
    certificates,
    requestedAt: row.requested_at,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by,
  }
}
