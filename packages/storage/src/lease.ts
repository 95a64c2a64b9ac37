/**
 * A lease of a row: who holds it, until when, and a fence that only grows.
 *
 * For every table with `claimed_by`, `claim_until` and `fence`. One statement takes it, so the row's
 * lock decides between two who ask at once. Time comes from the caller.
 */

import { type RawBuilder, sql } from 'kysely'

/** What an update sets. Prolonging one's own running claim keeps its fence: an open decision stays good. */
export function leaseFor(userId: string, now: number, lastsMs: number) {
  return {
    claimed_by: userId,
    fence: sql<number>`case when claimed_by = ${userId} and claim_until > ${now}
      then fence else fence + 1 end`,
    claim_until: now + lastsMs,
  }
}

/** Free, or one's own. */
export function isTakeableBy(userId: string, now: number): RawBuilder<boolean> {
  return sql<boolean>`(claimed_by = ${userId} or claim_until <= ${now})`
}
