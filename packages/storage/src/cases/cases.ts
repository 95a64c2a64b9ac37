/**
 * The queue of cases: the queries behind `Cases`.
 *
 * The lease stands in the case's own row, so its lock decides between two who claim, and between a
 * decision and a claim that takes over. Who asks for the next one skips what others look at now.
 */

import { AppError } from '@fangxing/contract'
import { sql } from 'kysely'
import type { Db } from '../connection.ts'
import { limitOf, pageBy, pageOf, windowAfter } from '../cursor.ts'
import { isTakeableBy, leaseFor } from '../lease.ts'
import { isAmong } from '../members/members.ts'
import { writeOutbox } from '../outbox/write-outbox.ts'
import type { Page } from '../page.types.ts'
import type { ClaimAnswer, ClaimProof } from '../releases.types.ts'
import { equalities, selectCases, toCase } from './case-rows.ts'
import type {
  Case,
  CaseDecision,
  CaseFilter,
  Cases,
  CaseTold,
  WaitingFilter,
} from './cases.types.ts'

export function createCases(db: Db): Cases {
  return {
    find: (checkId, now) => find(db, checkId, now),
    list: (filter, now) => list(db, filter, now),
    countWaiting: (filter = {}) => countWaiting(db, filter),
    claim: (checkId, userId, now, lastsMs) => claim(db, checkId, userId, now, lastsMs),
    claimNext: (filter, userId, now, lastsMs) => claimNext(db, filter, userId, now, lastsMs),

    async giveBack(checkId, userId) {
      const given = await db
        .updateTable('cases')
        .set({ claim_until: 0 })
        .where('check_id', '=', checkId)
        .where('claimed_by', '=', userId)
        .where('claim_until', '>', 0)
        .where('verdict', 'is', null)
        .executeTakeFirst()
      return given.numUpdatedRows > 0n
    },

    decide: (checkId, proof, decision, tell) =>
      db
        .transaction()
        .execute((transaction) => decideWithin(transaction, checkId, proof, decision, tell)),
  }
}

async function find(db: Db, checkId: string, now: number): Promise<Case | null> {
  const row = await selectCases(db).where('check_id', '=', checkId).executeTakeFirst()
  return row ? toCase(row, now) : null
}

/** What waits, oldest first; what was decided, latest first. Each in the order of an index. */
async function list(db: Db, filter: CaseFilter, now: number): Promise<Page<Case>> {
  const isWaiting = filter.state === 'waiting'
  const limit = limitOf(filter)
  let query = selectCases(db).where('verdict', isWaiting ? 'is' : 'is not', null)
  for (const [column, value] of equalities(filter)) query = query.where(column, '=', value as never)
  if (filter.appids !== undefined) query = query.where(isAmong(filter.appids))
  const asked = isWaiting
    ? query.where('n', '>', windowAfter(filter)).orderBy('n')
    : query
        .where(isBefore(parseDecided(filter.cursor)))
        .orderBy('decided_at', 'desc')
        .orderBy('n', 'desc')
  const rows = await asked.limit(limit + 1).execute()
  const toItem = (row: (typeof rows)[number]) => toCase(row, now)
  return isWaiting ? pageOf(rows, limit, toItem) : pageBy(rows, limit, toItem, toDecidedCursor)
}

interface Decided {
  readonly at: number
  readonly n: number
}

function isBefore({ at, n }: Decided) {
  return sql<boolean>`(decided_at, n) < (${at}::bigint, ${n}::bigint)`
}

function toDecidedCursor({ decided_at, n }: { decided_at: number | null; n: number }): string {
  return Buffer.from(`d${decided_at} ${n}`).toString('base64url')
}

/** After everything when there is no cursor. */
function parseDecided(cursor: string | undefined): Decided {
  if (cursor === undefined) return { at: Number.MAX_SAFE_INTEGER, n: 0 }
  const [, at, n] =
    /^d(\d{1,15}) (\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? []
  if (at === undefined || n === undefined) {
    throw new AppError('REQUEST_MALFORMED', { field: 'cursor' })
  }
  return { at: Number(at), n: Number(n) }
}

/** Beyond this many nobody reads the figure, and counting costs by the row. */
const MOST_COUNTED = 10_000

async function countWaiting(db: Db, filter: WaitingFilter) {
  let waiting = db.selectFrom('cases').select('opened_at').where('verdict', 'is', null)
  for (const [column, value] of equalities(filter)) {
    waiting = waiting.where(column, '=', value as never)
  }
  if (filter.appids !== undefined) waiting = waiting.where(isAmong(filter.appids))
  const oldest = await waiting.orderBy('n').limit(1).executeTakeFirst()
  const { count } = await db
    .selectFrom(waiting.limit(MOST_COUNTED).as('some'))
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return { count, oldestAt: oldest?.opened_at ?? null }
}

/** One statement: the row's lock decides between two who ask at once. */
async function claim(
  db: Db,
  checkId: string,
  userId: string,
  now: number,
  lastsMs: number,
): Promise<ClaimAnswer> {
  const row = await db
    .updateTable('cases')
    .set(leaseFor(userId, now, lastsMs))
    .where('check_id', '=', checkId)
    .where('verdict', 'is', null)
    .where('awaits_second', '=', false)
    .where(isTakeableBy(userId, now))
    .returning(['fence', 'claim_until'])
    .executeTakeFirst()
  if (row) return { kind: 'granted', fence: row.fence, expiresAt: row.claim_until }

  const found = await find(db, checkId, now)
  if (found === null) throw new AppError('CASE_NOT_FOUND', { checkId })
  if (found.decision !== null) throw alreadyDecided(found.decision.verdict)
  // The first look is over; the second is an item of the desk.
  if (await awaitsSecond(db, checkId)) throw alreadyDecided('awaitsSecond')
  // Given back between the two statements: it is free, so ask again.
  return found.claim ? { kind: 'held', by: found.claim } : claim(db, checkId, userId, now, lastsMs)
}

function alreadyDecided(verdict: string): AppError {
  return new AppError('EVENT_NOT_ALLOWED', { state: verdict, allowed: [] })
}

function claimNext(
  db: Db,
  filter: WaitingFilter,
  userId: string,
  now: number,
  lastsMs: number,
): Promise<Case | null> {
  return db.transaction().execute(async (transaction) => {
    let query = transaction
      .selectFrom('cases')
      .select('check_id')
      .where('verdict', 'is', null)
      .where('awaits_second', '=', false)
      .where('claim_until', '<=', now)
    for (const [column, value] of equalities(filter)) {
      query = query.where(column, '=', value as never)
    }
    const next = await query.orderBy('n').limit(1).forUpdate().skipLocked().executeTakeFirst()
    if (next === undefined) return null
    await claim(transaction, next.check_id, userId, now, lastsMs)
    return find(transaction, next.check_id, now)
  })
}

/** In the caller's transaction. */
export async function decideWithin(
  db: Db,
  checkId: string,
  { userId, fence, now }: ClaimProof,
  { verdict, label, note, by, at }: CaseDecision,
  tell: (decided: Case) => CaseTold,
): Promise<Case> {
  const row = await db
    .selectFrom('cases')
    .selectAll()
    .where('check_id', '=', checkId)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new AppError('CASE_NOT_FOUND', { checkId })
  if (row.verdict !== null) throw alreadyDecided(row.verdict)
  if (row.claimed_by !== userId || row.fence !== fence || row.claim_until <= now) {
    throw new AppError('STALE_FENCE', { checkId, fence })
  }
  await db
    .updateTable('cases')
    .set({ verdict, final_label: label, note, decided_by: by, decided_at: at })
    .where('check_id', '=', checkId)
    .execute()
  const decided = await find(db, checkId, now)
  if (decided === null) throw new AppError('CASE_NOT_FOUND', { checkId })
  await writeOutbox(db, { appid: row.appid }, tell(decided))
  return decided
}

async function awaitsSecond(db: Db, checkId: string): Promise<boolean> {
  const row = await db
    .selectFrom('cases')
    .select('awaits_second')
    .where('check_id', '=', checkId)
    .executeTakeFirst()
  return row?.awaits_second === true
}

/** Whether nothing counts yet, be it that a second look is under way. */
export async function isWaiting(db: Db, checkId: string): Promise<boolean> {
  const row = await db
    .selectFrom('cases')
    .select('verdict')
    .where('check_id', '=', checkId)
    .executeTakeFirst()
  return row !== undefined && row.verdict === null
}
