/**
 * Pushed results, each taken once: the part of `UpstreamAsks` that strangers set off.
 *
 * A result may be faster than the answer that names its trace id. Whoever takes a push and whoever
 * writes a trace id hold the same lock, so one of them sees the other.
 */

import { sql } from 'kysely'
import type { Db } from '../connection.ts'
import { toJson } from '../stored-text.ts'
import {
  type AskResult,
  PUSH_OUTCOMES,
  type PushOutcome,
  type TakenPush,
  type UpstreamPush,
} from './asks.types.ts'

export function takePush(db: Db, push: UpstreamPush): Promise<TakenPush | null> {
  const { appid, signature, bodyHash, result, at } = push
  return db.transaction().execute(async (transaction) => {
    if (result !== null) await lock(transaction, appid, result.traceId)
    const { outcome, checkId } = await findPlace(transaction, appid, result)
    const written = await transaction
      .insertInto('upstream_pushes')
      .values({
        ...{ appid, signature, outcome, at, body_hash: bodyHash },
        trace_id: result?.traceId ?? null,
        result: result === null ? null : toJson(result.said),
      })
      .onConflict((conflict) => conflict.columns(['appid', 'signature']).doNothing())
      .executeTakeFirst()
    if (written.numInsertedOrUpdatedRows === 0n) {
      return (await isSame(transaction, push)) ? { outcome: 'repeated', checkId: null } : null
    }
    if (outcome === 'taken' && result !== null) await writeAnswer(transaction, push, result)
    return { outcome, checkId }
  })
}

/** The result that came before its trace id was known; null when none did. */
export async function takeEarlyPush(
  transaction: Db,
  appid: string,
  traceId: string,
): Promise<AskResult | null> {
  await lock(transaction, appid, traceId)
  const row = await transaction
    .updateTable('upstream_pushes')
    .set({ outcome: 'taken' })
    .where('appid', '=', appid)
    .where('trace_id', '=', traceId)
    .where('outcome', '=', 'early')
    .returning('result')
    .executeTakeFirst()
  return row?.result ?? null
}

export async function countPushes(
  db: Db,
  appid: string,
  from: number,
): Promise<Readonly<Record<PushOutcome, number>>> {
  const rows = await db
    .selectFrom('upstream_pushes')
    .select(['outcome', sql<number>`count(*)::int`.as('count')])
    .where('appid', '=', appid)
    .where('at', '>=', from)
    .groupBy('outcome')
    .execute()
  const counted = new Map(rows.map(({ outcome, count }) => [outcome, count]))
  return Object.fromEntries(
    PUSH_OUTCOMES.map((outcome) => [outcome, counted.get(outcome) ?? 0]),
  ) as Record<PushOutcome, number>
}

async function lock(transaction: Db, appid: string, traceId: string): Promise<void> {
  const key = JSON.stringify([appid, traceId])
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(transaction)
}

async function findPlace(
  db: Db,
  appid: string,
  result: UpstreamPush['result'],
): Promise<TakenPush> {
  if (result === null) return { outcome: 'other', checkId: null }
  const ask = await db
    .selectFrom('upstream_asks')
    .select(['check_id', 'answered_at'])
    .where('appid', '=', appid)
    .where('trace_id', '=', result.traceId)
    .executeTakeFirst()
  if (ask !== undefined) {
    if (ask.answered_at !== null) return { outcome: 'repeated', checkId: null }
    return { outcome: 'taken', checkId: ask.check_id }
  }
  return { outcome: (await isAsking(db, appid)) ? 'early' : 'unknown', checkId: null }
}

/** True while some question of the app is on its way, or will be sent again. */
async function isAsking(db: Db, appid: string): Promise<boolean> {
  const row = await db
    .selectFrom('upstream_asks')
    .select('check_id')
    .where('appid', '=', appid)
    .where('trace_id', 'is', null)
    .where('answered_at', 'is', null)
    .where('tries', '>', 0)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

async function isSame(db: Db, { appid, signature, bodyHash }: UpstreamPush): Promise<boolean> {
  const before = await db
    .selectFrom('upstream_pushes')
    .select('body_hash')
    .where('appid', '=', appid)
    .where('signature', '=', signature)
    .executeTakeFirst()
  return before?.body_hash === bodyHash
}

/** Whoever looks next finds it at once. */
async function writeAnswer(
  db: Db,
  { appid, at }: UpstreamPush,
  { traceId, said: { answer, trouble } }: NonNullable<UpstreamPush['result']>,
): Promise<void> {
  await db
    .updateTable('upstream_asks')
    .set({
      answer: answer === undefined ? null : toJson(answer),
      trouble: trouble ?? null,
      answered_at: at,
      next_at: at,
    })
    .where('appid', '=', appid)
    .where('trace_id', '=', traceId)
    .where('answered_at', 'is', null)
    .execute()
}
