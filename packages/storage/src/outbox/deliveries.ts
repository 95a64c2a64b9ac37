/**
 * What waits to be sent, is being sent, was sent: the queries behind `Deliveries`.
 *
 * The token of a lease is needed to settle it, so a worker that came back from the dead writes
 * nothing.
 */

import { AppError } from '@fangxing/contract'
import { sql } from 'kysely'
import { type Db, refusedBy } from '../connection.ts'
import { pageOf, windowOf } from '../cursor.ts'
import { toJson } from '../stored-text.ts'
import { claimDue } from './claim-due.ts'
import { toDelivery, toDeliveryRow } from './delivery-rows.ts'
import type {
  ClaimedDelivery,
  Deliveries,
  Delivery,
  DeliveryDraft,
  Settlement,
} from './outbox.types.ts'

export function createDeliveries(db: Db): Deliveries {
  return {
    add: (draft) => add(db, draft),
    claim: (now, leaseMs, restingLanes = []) => claimDue(db, now, leaseMs, restingLanes),
    settle: (claimed, settlement, now) => settle(db, claimed, settlement, now),
    find: (id) => find(db, id),

    async list(appid, page = {}) {
      const { before, limit } = windowOf(page)
      const rows = await db
        .selectFrom('deliveries')
        .selectAll()
        .where('appid', '=', appid)
        .where('n', '<', before)
        .orderBy('n', 'desc')
        .limit(limit + 1)
        .execute()
      return pageOf(rows, limit, toDelivery)
    },

    async listAll({ appid, state, ...page } = {}) {
      const { before, limit } = windowOf(page)
      let query = db.selectFrom('deliveries').selectAll().where('n', '<', before)
      if (appid !== undefined) query = query.where('appid', '=', appid)
      if (state === 'waiting') query = query.where('next_attempt_at', 'is not', null)
      if (state === 'delivered') query = query.where('delivered_at', 'is not', null)
      if (state === 'dead') query = query.where('dead_at', 'is not', null)
      const rows = await query
        .orderBy('n', 'desc')
        .limit(limit + 1)
        .execute()
      return pageOf(rows, limit, toDelivery)
    },

    redrive: (id, now) => redrive(db, id, now),

    async forget(settledBefore) {
      const gone = await db
        .deleteFrom('deliveries')
        .where('next_attempt_at', 'is', null)
        .where(sql<number>`coalesce(delivered_at, dead_at)`, '<', settledBefore)
        .executeTakeFirst()
      return Number(gone.numDeletedRows)
    },
  }
}

async function add(db: Db, draft: DeliveryDraft): Promise<string> {
  const row = toDeliveryRow(draft)
  try {
    await db.insertInto('deliveries').values(row).execute()
    return row.id
  } catch (error) {
    if (refusedBy(error) !== 'deliveries_appid_fkey') throw error
    throw new AppError('APP_NOT_FOUND', { appid: draft.appid }, { cause: error })
  }
}

async function find(db: Db, id: string): Promise<Delivery | null> {
  const row = await db.selectFrom('deliveries').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toDelivery(row) : null
}

async function settle(
  db: Db,
  { id, leaseToken, attempts }: ClaimedDelivery,
  settlement: Settlement,
  now: number,
): Promise<boolean> {
  const { kind: outcome, tookMs } = settlement
  const failure = settlement.kind === 'failed' ? settlement : null
  const attempt = {
    at: attempts.at(-1)?.at ?? now,
    outcome,
    tookMs,
    trouble: failure?.trouble ?? null,
  }
  const nextAttemptAt = failure?.nextAttemptAt ?? null
  const settled = await db
    .updateTable('deliveries')
    .set({
      lease_token: null,
      lease_until: null,
      next_attempt_at: nextAttemptAt,
      delivered_at: failure === null ? now : null,
      dead_at: failure !== null && nextAttemptAt === null ? now : null,
      last_trouble: failure && toJson(failure.trouble),
      attempts: sql<string>`jsonb_set(attempts, '{-1}', ${toJson(attempt)}::jsonb)`,
    })
    .where('id', '=', id)
    .where('lease_token', '=', leaseToken)
    .executeTakeFirst()
  return settled.numUpdatedRows > 0n
}

async function redrive(db: Db, id: string, now: number): Promise<Delivery> {
  const row = await db
    .updateTable('deliveries')
    .set({ tries: 0, next_attempt_at: now, delivered_at: null, dead_at: null })
    .where('id', '=', id)
    .where((where) => where.or([where('lease_token', 'is', null), where('lease_until', '<=', now)]))
    .returningAll()
    .executeTakeFirst()
  if (row) return toDelivery(row)
  if ((await find(db, id)) === null) throw new AppError('DELIVERY_NOT_FOUND', { deliveryId: id })
  throw new AppError('CONCURRENT_CHANGE', { deliveryId: id })
}
