/** The queries behind `UpstreamAsks`. */

import { type Selectable, sql } from 'kysely'
import { type Db, refusedBy } from '../connection.ts'
import { toJson } from '../stored-text.ts'
import type { AskResult, UpstreamAsk, UpstreamAskDraft, UpstreamAsks } from './asks.types.ts'
import { countPushes, takeEarlyPush, takePush } from './pushes.ts'
import type { UpstreamTables } from './tables.ts'
import { insertComparison } from './upstreams.ts'

type Row = Selectable<UpstreamTables['upstream_asks']>

export function createUpstreamAsks(db: Db): UpstreamAsks {
  const select = () => db.selectFrom('upstream_asks').selectAll()
  const update = () => db.updateTable('upstream_asks')

  return {
    async open(draft, nextAt) {
      await db
        .insertInto('upstream_asks')
        .values(toRow(draft, nextAt))
        .onConflict((conflict) => conflict.column('check_id').doNothing())
        .execute()
      return getAsk(db, draft.checkId)
    },

    async find(checkId) {
      const row = await select().where('check_id', '=', checkId).executeTakeFirst()
      return row ? toAsk(row) : null
    },

    async ofChecks(checkIds) {
      if (checkIds.length === 0) return new Map()
      const rows = await select().where('check_id', 'in', checkIds).execute()
      return new Map(rows.map((row) => [row.check_id, toAsk(row)]))
    },

    take: (now, nextAt) => take(db, now, nextAt),

    async countTry(checkId) {
      await update()
        .set({ tries: sql<number>`tries + 1` })
        .where('check_id', '=', checkId)
        .execute()
    },

    async putOff(checkId, nextAt) {
      await update().set({ next_at: nextAt }).where('check_id', '=', checkId).execute()
    },

    accepted: (checkId, traceId, now) => accepted(db, checkId, traceId, now),

    async answer(checkId, result, now) {
      await writeResult(db, checkId, result, now)
      return getAsk(db, checkId)
    },

    end: (checkId, comparison, now) =>
      db.transaction().execute(async (transaction) => {
        const ended = await transaction
          .updateTable('upstream_asks')
          // What was sent and found is content: records keep of it what they may.
          .set({ ended_at: now, request: toJson({}), pending: toJson({}) })
          .where('check_id', '=', checkId)
          .where('ended_at', 'is', null)
          .executeTakeFirst()
        if (ended.numUpdatedRows === 0n) return false
        if (comparison !== null) await insertComparison(transaction, comparison)
        return true
      }),

    async findAnswer(appid, contentHash, since) {
      const row = await select()
        .where('appid', '=', appid)
        .where('content_hash', '=', contentHash)
        .where('answered_at', '>=', since)
        .where('answer', 'is not', null)
        // One that was remembered would be remembered for ever.
        .where('cached', '=', false)
        .orderBy('answered_at', 'desc')
        .executeTakeFirst()
      return row?.answer ?? null
    },

    takePush: (push) => takePush(db, push),
    countPushes: (appid, from) => countPushes(db, appid, from),

    async forget(before) {
      const gone = await db
        .deleteFrom('upstream_asks')
        .where('ended_at', '<', before)
        .executeTakeFirst()
      const pushes = await db
        .deleteFrom('upstream_pushes')
        .where('at', '<', before)
        .executeTakeFirst()
      return Number(gone.numDeletedRows + pushes.numDeletedRows)
    },
  }
}

async function take(db: Db, now: number, nextAt: number): Promise<UpstreamAsk | null> {
  const due = db
    .selectFrom('upstream_asks')
    .select('check_id')
    .where('ended_at', 'is', null)
    .where('next_at', '<=', now)
    .orderBy('next_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
  const row = await db
    .updateTable('upstream_asks')
    .set({ next_at: nextAt })
    .where('check_id', 'in', due)
    .returningAll()
    .executeTakeFirst()
  return row ? toAsk(row) : null
}

/** A trace id that another ask has already is no answer: nobody could tell their results apart. */
async function accepted(
  db: Db,
  checkId: string,
  traceId: string,
  now: number,
): Promise<UpstreamAsk> {
  try {
    return await writeTraceId(db, checkId, traceId, now)
  } catch (error) {
    if (refusedBy(error) !== 'upstream_asks_by_trace') throw error
    await writeResult(db, checkId, { trouble: 'ANSWER_UNKNOWN' }, now)
    return getAsk(db, checkId)
  }
}

/** Under the lock that pushes take too: none comes between writing the trace id and looking. */
function writeTraceId(db: Db, checkId: string, traceId: string, now: number): Promise<UpstreamAsk> {
  return db.transaction().execute(async (transaction) => {
    const { appid } = await transaction
      .selectFrom('upstream_asks')
      .select('appid')
      .where('check_id', '=', checkId)
      .executeTakeFirstOrThrow()
    const early = await takeEarlyPush(transaction, appid, traceId)
    await transaction
      .updateTable('upstream_asks')
      .set(({ ref }) => ({ trace_id: traceId, next_at: ref('due_at') }))
      .where('check_id', '=', checkId)
      .execute()
    if (early !== null) await writeResult(transaction, checkId, early, now)
    return getAsk(transaction, checkId)
  })
}

async function getAsk(db: Db, checkId: string): Promise<UpstreamAsk> {
  const row = await db
    .selectFrom('upstream_asks')
    .selectAll()
    .where('check_id', '=', checkId)
    .executeTakeFirstOrThrow()
  return toAsk(row)
}

async function writeResult(
  db: Db,
  checkId: string,
  { answer, trouble, cached = false }: AskResult & { readonly cached?: boolean },
  now: number,
): Promise<void> {
  await db
    .updateTable('upstream_asks')
    .set({
      answer: answer === undefined ? null : toJson(answer),
      trouble: trouble ?? null,
      cached,
      answered_at: now,
    })
    .where('check_id', '=', checkId)
    .where('answered_at', 'is', null)
    .execute()
}

function toRow(draft: UpstreamAskDraft, nextAt: number) {
  const { appid, upstream, merge } = draft
  return {
    ...{ appid, upstream, merge, tries: 0, trace_id: null, answer: null, trouble: null },
    check_id: draft.checkId,
    when_down: draft.whenDown,
    content_hash: draft.contentHash,
    request: toJson(draft.request),
    pending: toJson(draft.pending),
    opened_at: draft.openedAt,
    due_at: draft.dueAt,
    next_at: nextAt,
    cached: false,
    answered_at: null,
    ended_at: null,
  }
}

function toAsk(row: Row): UpstreamAsk {
  const { appid, upstream, merge, request, pending, tries, answer, trouble, cached } = row
  return {
    ...{ appid, upstream, merge, request, pending, tries, answer, trouble, cached },
    checkId: row.check_id,
    whenDown: row.when_down,
    contentHash: row.content_hash,
    openedAt: row.opened_at,
    dueAt: row.due_at,
    nextAt: row.next_at,
    traceId: row.trace_id,
    answeredAt: row.answered_at,
    endedAt: row.ended_at,
  }
}
