/**
 * Cases of materials: the queries behind `MaterialCases`.
 *
 * The lease stands in the case's own row, so its lock decides between two who claim, and between a
 * decision and a claim that takes over. That an appeal is decided by somebody else is a constraint
 * of the table too.
 */

import { AppError } from '@fangxing/contract'
import { sql } from 'kysely'
import type { Db } from '../connection.ts'
import { pageOf, windowAfter, windowOf } from '../cursor.ts'
import { isTakeableBy, leaseFor } from '../lease.ts'
import type { EventDraft } from '../outbox/outbox.types.ts'
import { writeOutbox } from '../outbox/write-outbox.ts'
import type { ClaimAnswer, ClaimProof } from '../releases.types.ts'
import { randomHex } from '../secrets.ts'
import { toJson } from '../stored-text.ts'
import type { MaterialCase, MaterialCases, MaterialDecision } from './materials.types.ts'

export function createMaterialCases(db: Db): MaterialCases {
  return {
    find: (id, now) => find(db, id, now),

    async ofMaterial(materialId, now) {
      const rows = await select(db)
        .where('material_id', '=', materialId)
        .orderBy('n', 'desc')
        .execute()
      return rows.map((row) => toCase(row, now))
    },

    async waiting(page, now) {
      const { limit } = windowOf({ limit: page.limit })
      const rows = await openOnes(db)
        .where('n', '>', windowAfter(page))
        .orderBy('n')
        .limit(limit + 1)
        .execute()
      return pageOf(rows, limit, (row) => toCase(row, now))
    },

    async countWaiting() {
      const { count } = await db
        .selectFrom('material_cases')
        .select(sql<number>`count(*)::int`.as('count'))
        .where('decided_at', 'is', null)
        .where('closed_at', 'is', null)
        .executeTakeFirstOrThrow()
      return count
    },

    claim: (id, userId, now, lastsMs) => claim(db, id, userId, now, lastsMs),

    claimNext: (userId, now, lastsMs) => claimNext(db, userId, now, lastsMs),

    async giveBack(id, userId) {
      const given = await db
        .updateTable('material_cases')
        .set({ claim_until: 0 })
        .where('id', '=', id)
        .where('claimed_by', '=', userId)
        .where('claim_until', '>', 0)
        .where('decided_at', 'is', null)
        .executeTakeFirst()
      return given.numUpdatedRows > 0n
    },

    decide: (id, proof, decision, told) =>
      db.transaction().execute((within) => decide(within, id, proof, decision, told)),

    appeal: (materialId, reason, now) =>
      db.transaction().execute((within) => appeal(within, materialId, reason, now)),
  }
}

function select(db: Db) {
  return db
    .selectFrom('material_cases')
    .leftJoin('users as holder', 'holder.id', 'material_cases.claimed_by')
    .leftJoin('users as decider', 'decider.id', 'material_cases.decided_by')
    .selectAll('material_cases')
    .select(['holder.name as holder_name', 'decider.name as decider_name'])
}

function openOnes(db: Db) {
  return select(db).where('decided_at', 'is', null).where('closed_at', 'is', null)
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

async function find(db: Db, id: string, now: number): Promise<MaterialCase | null> {
  const row = await select(db).where('material_cases.id', '=', id).executeTakeFirst()
  return row ? toCase(row, now) : null
}

/** One statement: the row's lock decides between two who ask at once. */
async function claim(
  db: Db,
  id: string,
  userId: string,
  now: number,
  lastsMs: number,
): Promise<ClaimAnswer> {
  const row = await db
    .updateTable('material_cases')
    .set(leaseFor(userId, now, lastsMs))
    .where('id', '=', id)
    .where('decided_at', 'is', null)
    .where('closed_at', 'is', null)
    .where((where) => where.or([where('not_by', 'is', null), where('not_by', '<>', userId)]))
    .where(isTakeableBy(userId, now))
    .returning(['fence', 'claim_until'])
    .executeTakeFirst()
  if (row) return { kind: 'granted', fence: row.fence, expiresAt: row.claim_until }
  const found = await find(db, id, now)
  if (found === null) throw new AppError('CASE_NOT_FOUND', { caseId: id })
  assertOpen(found)
  if (found.claim !== null && found.claim.userId !== userId) {
    return { kind: 'held', by: { ...found.claim } }
  }
  throw new AppError('SECOND_PERSON_NEEDED', { caseId: id })
}

/** Skips what another claim has locked, so two who ask at once are given two cases. */
function claimNext(
  db: Db,
  userId: string,
  now: number,
  lastsMs: number,
): Promise<MaterialCase | null> {
  return db.transaction().execute(async (within) => {
    const next = await within
      .selectFrom('material_cases')
      .select('id')
      .where('decided_at', 'is', null)
      .where('closed_at', 'is', null)
      .where('claim_until', '<=', now)
      .where((where) => where.or([where('not_by', 'is', null), where('not_by', '<>', userId)]))
      .orderBy('n')
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst()
    if (next === undefined) return null
    await claim(within, next.id, userId, now, lastsMs)
    return find(within, next.id, now)
  })
}

function assertOpen({ decision, closedAt }: MaterialCase): void {
  if (decision === null && closedAt === null) return
  throw new AppError('EVENT_NOT_ALLOWED', { state: decision?.verdict ?? 'closed', allowed: [] })
}

async function decide(
  db: Db,
  id: string,
  { userId, fence, now }: ClaimProof,
  { verdict, answers, note, at }: MaterialDecision,
  told: readonly EventDraft[],
): Promise<MaterialCase> {
  const row = await db
    .updateTable('material_cases')
    .set({ verdict, note, answers: toJson(answers), decided_by: userId, decided_at: at })
    .where('id', '=', id)
    .where('decided_at', 'is', null)
    .where('closed_at', 'is', null)
    .where('claimed_by', '=', userId)
    .where('fence', '=', fence)
    .where('claim_until', '>', now)
    .returning(['material_id', 'appid'])
    .executeTakeFirst()
  if (row === undefined) {
    const found = await find(db, id, now)
    if (found === null) throw new AppError('CASE_NOT_FOUND', { caseId: id })
    assertOpen(found)
    throw new AppError('STALE_FENCE', { caseId: id })
  }
  await db
    .updateTable('materials')
    .set({ state: verdict === 'pass' ? 'passed' : 'rejected' })
    .where('id', '=', row.material_id)
    .where('state', '<>', 'withdrawn')
    .execute()
  await writeOutbox(db, { appid: row.appid }, { webhookEvents: told })
  const decided = await find(db, id, now)
  if (decided === null) throw new AppError('CASE_NOT_FOUND', { caseId: id })
  return decided
}

async function appeal(
  db: Db,
  materialId: string,
  reason: string,
  now: number,
): Promise<MaterialCase> {
  const material = await db
    .selectFrom('materials')
    .selectAll()
    .where('id', '=', materialId)
    .forUpdate()
    .executeTakeFirst()
  if (material === undefined) throw new AppError('MATERIAL_NOT_FOUND', { materialId })
  const audit = await db
    .selectFrom('material_audits')
    .select('id')
    .where('material_id', '=', materialId)
    .where('report', 'is not', null)
    .orderBy('nth', 'desc')
    .executeTakeFirst()
  const cases = await select(db)
    .where('material_id', '=', materialId)
    .orderBy('n', 'desc')
    .execute()
  const ofAudit = cases.filter(({ audit_id }) => audit_id === audit?.id)
  const isAppealed = ofAudit.some(({ round }) => round === 'appeal')
  if (material.state !== 'rejected' || audit === undefined || isAppealed) {
    throw new AppError('EVENT_NOT_ALLOWED', { state: material.state, allowed: [] })
  }
  const id = randomHex(10)
  const decided = ofAudit.find(({ decided_at }) => decided_at !== null)
  await db
    .insertInto('material_cases')
    .values({
      ...{ id, material_id: materialId, audit_id: audit.id, appid: material.appid },
      ...{ round: 'appeal', reason, opened_at: now, claimed_by: null, answers: null },
      ...{ verdict: null, note: null, decided_by: null, decided_at: null, closed_at: null },
      not_by: decided?.decided_by ?? null,
    })
    .execute()
  await db.updateTable('materials').set({ state: 'review' }).where('id', '=', materialId).execute()
  const opened = await find(db, id, now)
  if (opened === null) throw new AppError('CASE_NOT_FOUND', { caseId: id })
  return opened
}

function toCase(row: Row, now: number): MaterialCase {
  const { id, appid, round, reason } = row
  return {
    ...{ id, appid, round, reason },
    materialId: row.material_id,
    auditId: row.audit_id,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    claim: toClaim(row, now),
    decision: toDecision(row),
  }
}

function toClaim(row: Row, now: number): MaterialCase['claim'] {
  const { claimed_by, holder_name, fence, claim_until } = row
  if (claimed_by === null || holder_name === null) return null
  if (row.decided_at !== null || claim_until <= now) return null
  return { userId: claimed_by, userName: holder_name, fence, expiresAt: claim_until }
}

function toDecision(row: Row): MaterialCase['decision'] {
  const { verdict, decided_by, decided_at, answers, note, decider_name } = row
  if (verdict === null || decided_by === null || decided_at === null) return null
  const by = { id: decided_by, name: decider_name ?? '' }
  return { verdict, answers, note: note ?? '', by, at: decided_at }
}
