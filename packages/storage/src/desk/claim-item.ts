/**
 * A lease on an item of the desk, wherever it stands: in the case's row, the look's row, or among
 * the claims of releases.
 */

import { AppError } from '@fangxing/contract'
import { sql } from 'kysely'
import { createCases } from '../cases/cases.ts'
import { createClaims } from '../claims.ts'
import type { Db } from '../connection.ts'
import { leaseFor } from '../lease.ts'
import { createMaterialCases } from '../materials/material-cases.ts'
import type { ClaimAnswer } from '../releases.types.ts'
import type { DeskSubject } from './desk.types.ts'

/** Null when nothing has this id. */
export async function subjectOf(db: Db, id: string): Promise<DeskSubject | null> {
  const look = await db
    .selectFrom('looks')
    .select(['purpose', 'subject'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (look) return { kind: 'look', ...look }
  const found = await db
    .selectFrom('cases')
    .select('check_id')
    .where('check_id', '=', id)
    .executeTakeFirst()
  if (found) return { kind: 'case', checkId: id }
  const release = await db
    .selectFrom('releases')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst()
  if (release) return { kind: 'release', releaseId: id }
  const material = await db
    .selectFrom('material_cases')
    .select('material_id')
    .where('id', '=', id)
    .executeTakeFirst()
  return material ? { kind: 'material', materialId: material.material_id } : null
}

export async function claimItem(
  db: Db,
  id: string,
  userId: string,
  now: number,
  lastsMs: number,
): Promise<ClaimAnswer> {
  const subject = await subjectOf(db, id)
  switch (subject?.kind) {
    case 'case':
      return claimCase(db, id, userId, now, lastsMs)
    case 'release':
      return createClaims(db).take(id, userId, now, lastsMs)
    case 'material':
      return createMaterialCases(db).claim(id, userId, now, lastsMs)
    case 'look':
      return claimLook(db, id, userId, now, lastsMs)
    default:
      throw new AppError('CASE_NOT_FOUND', { item: id })
  }
}

async function claimCase(db: Db, id: string, userId: string, now: number, lastsMs: number) {
  const waits = await db
    .selectFrom('cases')
    .select('awaits_second')
    .where('check_id', '=', id)
    .executeTakeFirst()
  // Its first look is over: the second is an item of its own.
  if (waits?.awaits_second) throw new AppError('CASE_NOT_FOUND', { item: id })
  return createCases(db).claim(id, userId, now, lastsMs)
}

/** One statement, as for cases. A golden task is only for whom it was opened. */
async function claimLook(
  db: Db,
  id: string,
  userId: string,
  now: number,
  lastsMs: number,
): Promise<ClaimAnswer> {
  const row = await db
    .updateTable('looks')
    .set(leaseFor(userId, now, lastsMs))
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .where(sql<boolean>`not ${userId} = any(not_by)`)
    .where((where) =>
      where.or([
        where('claimed_by', '=', userId),
        where.and([where('claim_until', '<=', now), where('purpose', '<>', 'golden')]),
      ]),
    )
    .returning(['fence', 'claim_until'])
    .executeTakeFirst()
  if (row) return { kind: 'granted', fence: row.fence, expiresAt: row.claim_until }
  return refusedLook(db, id, userId, now)
}

async function refusedLook(db: Db, id: string, userId: string, now: number): Promise<ClaimAnswer> {
  const look = await db
    .selectFrom('looks')
    .leftJoin('users', 'users.id', 'looks.claimed_by')
    .selectAll('looks')
    .select('users.name as name')
    .where('looks.id', '=', id)
    .executeTakeFirst()
  if (look === undefined || look.purpose === 'golden') {
    throw new AppError('CASE_NOT_FOUND', { item: id })
  }
  if (look.closed_at !== null) throw new AppError('EVENT_NOT_ALLOWED', { allowed: [] })
  if (look.not_by.includes(userId)) throw new AppError('SECOND_PERSON_NEEDED', { item: id })
  const { claimed_by, name, fence, claim_until } = look
  if (claimed_by === null || claim_until <= now)
    throw new AppError('CONCURRENT_CHANGE', { item: id })
  return {
    kind: 'held',
    by: { userId: claimed_by, userName: name ?? '', fence, expiresAt: claim_until },
  }
}

export async function giveBackItem(db: Db, id: string, userId: string): Promise<boolean> {
  const subject = await subjectOf(db, id)
  if (subject?.kind === 'case') return createCases(db).giveBack(id, userId)
  if (subject?.kind === 'release') return createClaims(db).giveBack(id, userId)
  if (subject?.kind === 'material') return createMaterialCases(db).giveBack(id, userId)
  const given = await db
    .updateTable('looks')
    .set({ claim_until: 0 })
    .where('id', '=', id)
    .where('claimed_by', '=', userId)
    .where('claim_until', '>', 0)
    .executeTakeFirst()
  return given.numUpdatedRows > 0n
}
