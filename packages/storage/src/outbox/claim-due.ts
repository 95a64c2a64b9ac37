/**
 * Leases the delivery that is due first.
 *
 * One statement finds and leases it, passing over rows that others have locked. Two workers may
 * find different deliveries of one lane at the same moment: the index `one_in_flight` lets one of
 * them have it, and the other looks again. Cost follows the due rows of busy lanes.
 */

import { sql } from 'kysely'
import { type Db, refusedBy } from '../connection.ts'
import { randomHex } from '../secrets.ts'
import { toDelivery } from './delivery-rows.ts'
import type { ClaimedDelivery } from './outbox.types.ts'

/** Each lost race means that another worker has got something, so this ends soon. */
const RACES = 20

/** What the record of attempts keeps at most; older ones make room. */
const KEPT_ATTEMPTS = 20

export async function claimDue(
  db: Db,
  now: number,
  leaseMs: number,
  restingLanes: readonly string[],
): Promise<ClaimedDelivery | null> {
  await endExpiredLeases(db, now)
  for (let race = 0; race < RACES; race += 1) {
    try {
      return await claimOne(db, now, now + leaseMs, restingLanes)
    } catch (error) {
      if (refusedBy(error) !== 'one_in_flight') throw error
    }
  }
  return null
}

/** A worker that died left its lease; what it sent is unknown, so it is sent again. */
async function endExpiredLeases(db: Db, now: number): Promise<void> {
  const expired = db
    .selectFrom('deliveries')
    .select('n')
    .where('lease_token', 'is not', null)
    .where('lease_until', '<=', now)
    .forUpdate()
    .skipLocked()
  await db
    .updateTable('deliveries')
    .set({ lease_token: null, lease_until: null })
    .where('n', 'in', expired)
    .execute()
}

async function claimOne(
  db: Db,
  now: number,
  until: number,
  restingLanes: readonly string[],
): Promise<ClaimedDelivery | null> {
  const leaseToken = randomHex(8)
  const due = db
    .selectFrom('deliveries as due')
    .select('n')
    .where('next_attempt_at', '<=', now)
    .where('lease_token', 'is', null)
    .where(sql<boolean>`due.lane <> all(${restingLanes})`)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('deliveries as flying')
            .select('flying.n')
            .whereRef('flying.lane', '=', 'due.lane')
            .where('flying.lease_token', 'is not', null),
        ),
      ),
    )
    .orderBy('next_attempt_at')
    .orderBy('n')
    .limit(1)
    .forUpdate()
    .skipLocked()
  const row = await db
    .updateTable('deliveries')
    .set({
      lease_token: leaseToken,
      lease_until: until,
      tries: sql<number>`tries + 1`,
      attempts: withAttempt(now),
    })
    .where('n', 'in', due)
    .returningAll()
    .executeTakeFirst()
  return row ? { ...toDelivery(row), leaseToken, leaseUntil: until } : null
}

function withAttempt(at: number) {
  const begun = JSON.stringify({ at, outcome: 'unknown', tookMs: null, trouble: null })
  return sql<string>`case when jsonb_array_length(attempts) >= ${KEPT_ATTEMPTS}
    then attempts - 0 else attempts end || ${begun}::jsonb`
}
