/**
 * The queries behind `Acts`: one chain for the whole instance.
 *
 * Acts are few, so whoever appends waits for whoever does so at the same time: the number and the
 * hash before it are then known.
 */

import { type Selectable, sql } from 'kysely'
import { toCanonicalJson } from '../canonical-json.ts'
import type { Db } from '../connection.ts'
import { pageOf, windowOf } from '../cursor.ts'
import type { Database } from '../database.ts'
import { sha256 } from '../secrets.ts'
import { toJson } from '../stored-text.ts'
import type { Act, ActDraft, ActFilter, Acts, ActsReport } from './acts.types.ts'

/** Any number that no other user of the database takes for its own advisory lock. */
const LOCK = 7_300_196_001
const START = sha256('fangxing acts')
/** Entries read at once. */
const BATCH = 1000

export function createActs(db: Db): Acts {
  return {
    append: (draft) => db.transaction().execute((transaction) => append(transaction, draft)),

    async list(filter = {}) {
      const { before, limit } = windowOf(filter)
      const rows = await select(db, filter)
        .where('n', '<', before)
        .orderBy('n', 'desc')
        .limit(limit + 1)
        .execute()
      return pageOf(rows, limit, toAct)
    },

    verify: () => verify(db),
  }
}

async function append(db: Db, draft: ActDraft): Promise<Act> {
  await sql`select pg_advisory_xact_lock(${LOCK})`.execute(db)
  const last = await db
    .selectFrom('acts')
    .select(['n', 'hash'])
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst()
  const unsigned = { ...draft, n: (last?.n ?? 0) + 1, previousHash: last?.hash ?? START }
  const act: Act = { ...unsigned, hash: hashOf(unsigned) }
  await db
    .insertInto('acts')
    .values({
      n: act.n,
      at: act.at,
      user_id: act.userId,
      user_name: act.userName,
      route: act.route,
      path: act.path,
      sent: act.sent === null ? null : toJson(act.sent),
      sent_sha256: act.sentSha256,
      request_id: act.requestId,
      previous_hash: act.previousHash,
      hash: act.hash,
    })
    .execute()
  return act
}

function select(db: Db, { userId, route, from, until }: ActFilter) {
  let query = db.selectFrom('acts').selectAll()
  if (userId !== undefined) query = query.where('user_id', '=', userId)
  if (route !== undefined) query = query.where(sql<boolean>`starts_with(route, ${route})`)
  if (from !== undefined) query = query.where('at', '>=', from)
  if (until !== undefined) query = query.where('at', '<', until)
  return query
}

async function verify(db: Db): Promise<ActsReport> {
  let head = START
  let acts = 0
  for (;;) {
    const rows = await db
      .selectFrom('acts')
      .selectAll()
      .where('n', '>', acts)
      .orderBy('n')
      .limit(BATCH)
      .execute()
    for (const row of rows) {
      const { hash, ...unsigned } = toAct(row)
      const follows = unsigned.n === acts + 1 && unsigned.previousHash === head
      if (!follows || hashOf(unsigned) !== hash) return { acts, head, firstBroken: row.n }
      head = hash
      acts += 1
    }
    if (rows.length < BATCH) return { acts, head, firstBroken: null }
  }
}

function hashOf(unsigned: Omit<Act, 'hash'>): string {
  return sha256(toCanonicalJson(unsigned))
}

function toAct(row: Selectable<Database['acts']>): Act {
  return {
    n: row.n,
    at: row.at,
    userId: row.user_id,
    userName: row.user_name,
    route: row.route,
    path: row.path,
    sent: row.sent,
    sentSha256: row.sent_sha256,
    requestId: row.request_id,
    previousHash: row.previous_hash,
    hash: row.hash,
  }
}
