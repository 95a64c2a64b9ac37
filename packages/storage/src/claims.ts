/**
 * The right to decide on one release: a lease with an end and a fence that only grows.
 *
 * One row per release, so two people cannot hold it; a decision brings the fence it was granted,
 * and is refused when the claim ended or passed on in the meantime. Time comes from the caller.
 */

import { AppError } from '@fangxing/contract'
import { sql } from 'kysely'
import { type Db, refusedBy } from './connection.ts'
import type { ClaimAnswer, ClaimProof, Claims, ClaimView } from './releases.types.ts'

export function createClaims(db: Db): Claims {
  return {
    take: (releaseId, userId, now, lastsMs) => take(db, releaseId, userId, now, lastsMs),

    findMany: (releaseIds, now) => readClaims(db, releaseIds, now),

    async find(releaseId, now) {
      return (await readClaims(db, [releaseId], now)).get(releaseId) ?? null
    },

    async giveBack(releaseId, userId) {
      const given = await db
        .updateTable('claims')
        .set({ expires_at: 0 })
        .where('release_id', '=', releaseId)
        .where('user_id', '=', userId)
        .where('expires_at', '>', 0)
        .executeTakeFirst()
      return given.numUpdatedRows > 0n
    },
  }
}

/** One statement: the row's lock decides between two who ask at once. */
async function take(
  db: Db,
  releaseId: string,
  userId: string,
  now: number,
  lastsMs: number,
): Promise<ClaimAnswer> {
  const expires_at = now + lastsMs
  try {
    const row = await db
      .insertInto('claims')
      .values({ release_id: releaseId, user_id: userId, fence: 1, expires_at })
      .onConflict((conflict) =>
        conflict
          .column('release_id')
          .doUpdateSet({
            user_id: userId,
            // Prolonging one's own running claim keeps its fence: an open decision stays good.
            fence: sql<number>`case when claims.user_id = ${userId} and claims.expires_at > ${now}
              then claims.fence else claims.fence + 1 end`,
            expires_at,
          })
          .where((where) =>
            where.or([where('claims.user_id', '=', userId), where('claims.expires_at', '<=', now)]),
          ),
      )
      .returning(['fence', 'expires_at'])
      .executeTakeFirst()
    if (row) return { kind: 'granted', fence: row.fence, expiresAt: row.expires_at }
  } catch (error) {
    if (refusedBy(error) !== 'claims_release_id_fkey') throw error
    throw new AppError('RELEASE_NOT_FOUND', { releaseId }, { cause: error })
  }
  const by = (await readClaims(db, [releaseId], now)).get(releaseId)
  // Given back between the two statements: it is free, so ask again.
  return by ? { kind: 'held', by } : take(db, releaseId, userId, now, lastsMs)
}

/** The claims that run at `now`, by release. */
export async function readClaims(
  db: Db,
  releaseIds: readonly string[],
  now: number,
): Promise<ReadonlyMap<string, ClaimView>> {
  if (releaseIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('claims')
    .innerJoin('users', 'users.id', 'claims.user_id')
    .select(['release_id', 'user_id', 'users.name', 'fence', 'expires_at'])
    .where('release_id', 'in', releaseIds)
    .where('expires_at', '>', now)
    .execute()
  return new Map(
    rows.map(({ release_id, user_id, name, fence, expires_at }) => [
      release_id,
      { userId: user_id, userName: name, fence, expiresAt: expires_at },
    ]),
  )
}

/** Throws STALE_FENCE unless this very claim runs; locks it until the decision is written. */
export async function requireClaim(db: Db, releaseId: string, proof: ClaimProof): Promise<void> {
  const row = await db
    .selectFrom('claims')
    .selectAll()
    .where('release_id', '=', releaseId)
    .forUpdate()
    .executeTakeFirst()
  const isRunning = row !== undefined && row.expires_at > proof.now
  if (isRunning && row.user_id === proof.userId && row.fence === proof.fence) return
  throw new AppError('STALE_FENCE', { releaseId, fence: proof.fence })
}

export async function endClaim(db: Db, releaseId: string): Promise<void> {
  await db
    .updateTable('claims')
    .set({ expires_at: 0 })
    .where('release_id', '=', releaseId)
    .execute()
}
