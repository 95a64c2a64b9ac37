/** Checks of media that are answered later: the queries behind `MediaChecks`. */

import { AppError } from '@fangxing/contract'
import { type Selectable, sql } from 'kysely'
import { type Db, refusedBy } from '../connection.ts'
import { pageOf, windowOf } from '../cursor.ts'
import type { Database } from '../database.ts'
import type { TransactionalJobs } from '../jobs.ts'
import { isAmong } from '../members/members.ts'
import { writeOutbox } from '../outbox/write-outbox.ts'
import { toJson } from '../stored-text.ts'
import {
  type KeptMediaCheck,
  MEDIA_CHECK_JOBS,
  type MediaCheck,
  type MediaCheckDraft,
  type MediaChecks,
  type MediaSettlement,
  type MediaTold,
} from './media-checks.types.ts'

/** As many are settled or recalled at once; whoever asks comes back. */
const MOST_AT_ONCE = 100

/** An ask ends when the check is due; whose asks cannot end are failed after this. */
const ASK_ENDS_WITHIN_MS = 4 * 60_000

/** Another checker was asked about it, and its answer is waited for. */
const isAskedElsewhere = sql<boolean>`exists (
  select from fangxing.upstream_asks
  where check_id = media_checks.id and ended_at is null and merge <> 'shadow'
)`

type Row = Selectable<Database['media_checks']>

export function createMediaChecks(db: Db, jobs: TransactionalJobs): MediaChecks {
  return {
    add: (draft) => add(db, jobs, draft),

    async find(id) {
      const row = await db
        .selectFrom('media_checks')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst()
      return row ? toKept(row) : null
    },

    async list({ appid, appids, state, ...request } = {}) {
      const { before, limit } = windowOf(request)
      let query = db.selectFrom('media_checks').selectAll().where('n', '<', before)
      if (appid !== undefined) query = query.where('appid', '=', appid)
      if (appids !== undefined) query = query.where(isAmong(appids))
      if (state === 'waiting') query = query.where('settled_at', 'is', null)
      if (state === 'answered') query = query.where('answer', 'is not', null)
      if (state === 'failed') query = query.where('trouble', 'is not', null)
      const rows = await query
        .orderBy('n', 'desc')
        .limit(limit + 1)
        .execute()
      return pageOf(rows, limit, toKept)
    },

    async countWaiting(appid, url) {
      const { count } = await db
        .selectFrom('media_checks')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('appid', '=', appid)
        .where(sql`md5(url)`, '=', sql`md5(${url})`)
        .where('url', '=', url)
        .where('settled_at', 'is', null)
        .executeTakeFirstOrThrow()
      return count
    },

    async begin(id, now) {
      const row = await db
        .updateTable('media_checks')
        .set({ attempts: sql<number>`attempts + 1`, begun_at: now })
        .where('id', '=', id)
        .where('settled_at', 'is', null)
        .returningAll()
        .executeTakeFirst()
      return row ? toMediaCheck(row) : null
    },

    async renew(id, now) {
      await db.updateTable('media_checks').set({ begun_at: now }).where('id', '=', id).execute()
    },

    settle: (id, settlement, told) => settle(db, id, settlement, told),

    async overdue(now) {
      const rows = await db
        .selectFrom('media_checks')
        .selectAll()
        .where('settled_at', 'is', null)
        .where('due_at', '<=', now)
        .where((each) =>
          each.or([each.not(isAskedElsewhere), each('due_at', '<=', now - ASK_ENDS_WITHIN_MS)]),
        )
        .orderBy('due_at')
        .limit(MOST_AT_ONCE)
        .execute()
      return rows.map(toMediaCheck)
    },

    async recall(before) {
      const rows = await db
        .selectFrom('media_checks')
        .select(['id', 'appid', 'kind'])
        .where('settled_at', 'is', null)
        .where(sql<number>`coalesce(begun_at, created_at)`, '<', before)
        .where((each) => each.not(isAskedElsewhere))
        .orderBy('due_at')
        .limit(MOST_AT_ONCE)
        .execute()
      for (const row of rows) await jobs.send(jobOf(row))
      return rows.length
    },

    async forgetUrls(now) {
      const forgotten = await db
        .updateTable('media_checks')
        .set({ url: null, url_until: null })
        .where('url_until', '<=', now)
        .executeTakeFirst()
      return Number(forgotten.numUpdatedRows)
    },
  }
}

/** The key keeps a check that waits in the queue from waiting there twice. */
function jobOf({ id, appid, kind }: Pick<MediaCheck, 'id' | 'appid' | 'kind'>) {
  return { name: MEDIA_CHECK_JOBS[kind], payload: { id }, key: id, group: appid }
}

async function add(db: Db, jobs: TransactionalJobs, draft: MediaCheckDraft): Promise<void> {
  const job = jobOf(draft)
  await jobs.prepare([job])
  try {
    await db.transaction().execute(async (transaction) => {
      await transaction.insertInto('media_checks').values(toRow(draft)).execute()
      await jobs.sendWithin(transaction, job)
    })
  } catch (error) {
    if (refusedBy(error) !== 'media_checks_appid_fkey') throw error
    throw new AppError('APP_NOT_FOUND', { appid: draft.appid }, { cause: error })
  }
}

function settle(
  db: Db,
  id: string,
  { answer, trouble, settledAt, keepUrlUntil }: MediaSettlement,
  told: MediaTold,
): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const row = await transaction
      .updateTable('media_checks')
      .set({
        answer: trouble === undefined ? toJson(answer) : null,
        trouble: trouble === undefined ? null : toJson(trouble),
        settled_at: settledAt,
        url_until: keepUrlUntil,
        ...(keepUrlUntil === null ? { url: null } : {}),
      })
      .where('id', '=', id)
      .where('settled_at', 'is', null)
      .returning('appid')
      .executeTakeFirst()
    if (row === undefined) return false
    await writeOutbox(transaction, { appid: row.appid }, told)
    return true
  })
}

function toRow(draft: MediaCheckDraft) {
  const { id, appid, writer, scene, shape, kind, url } = draft
  return {
    ...{ id, appid, writer, scene, shape, kind, url },
    has_extension: draft.hasExtension,
    created_at: draft.createdAt,
    due_at: draft.dueAt,
    attempts: 0,
    begun_at: null,
    answer: null,
    trouble: null,
    settled_at: null,
    url_until: null,
  }
}

/** Of one that waits: its address is there. */
function toMediaCheck(row: Row): MediaCheck {
  return { ...toKept(row), url: row.url ?? '' }
}

function toKept(row: Row): KeptMediaCheck {
  const { id, appid, writer, scene, kind, url, attempts, answer, trouble } = row
  return {
    ...{ id, appid, writer, scene, kind, url, attempts, answer, trouble },
    shape: row.shape === 1 ? 1 : 2,
    hasExtension: row.has_extension,
    createdAt: row.created_at,
    dueAt: row.due_at,
    settledAt: row.settled_at,
  }
}
