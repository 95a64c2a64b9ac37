/**
 * The queries behind `Quotas` and `Visits`.
 *
 * A window's counter grows in one statement that other processes queue behind, so together they are
 * never granted more than the limit. What was not granted is given back at once: a call that the
 * minute refuses costs the day nothing. Counters may stand above the limit for that moment.
 */

import { AppError } from '@fangxing/contract'
import { type Insertable, sql } from 'kysely'
import { type Db, refusedBy } from '../connection.ts'
import type { Database } from '../database.ts'
import type { QuotaGrant, Quotas, QuotaWindow, Visits } from './usage.types.ts'

export function createQuotas(db: Db): Quotas {
  return {
    async take({ appid, call, amount }, windows) {
      // Always in this order, or two processes could wait for each other.
      const rows = [...windows].sort(bySpan).map(({ span, start }) => ({
        ...{ appid, call, span, used: amount },
        window_start: start,
      }))
      if (rows.length === 0) return { granted: amount, left: [] }
      const counted = await db
        .insertInto('quota_uses')
        .values(rows)
        .onConflict((conflict) =>
          conflict
            .columns(['appid', 'call', 'span', 'window_start'])
            .doUpdateSet({ used: sql<number>`quota_uses.used + ${amount}` }),
        )
        .returning(['span', 'used'])
        .execute()
      const used = new Map(counted.map((row) => [row.span, row.used]))
      const grant = toGrant(windows, used, amount)
      const refused = amount - grant.granted
      if (refused > 0) for (const row of rows) await giveBack(db, { ...row, used: refused })
      return grant
    },

    async used(appid, span, start) {
      const rows = await db
        .selectFrom('quota_uses')
        .select(['call', 'used'])
        .where('appid', '=', appid)
        .where('span', '=', span)
        .where('window_start', '=', start)
        .execute()
      return new Map(rows.map(({ call, used }) => [call, used]))
    },

    async forget(startedBefore) {
      const gone = await db
        .deleteFrom('quota_uses')
        .where('window_start', '<', startedBefore)
        .executeTakeFirst()
      return Number(gone.numDeletedRows)
    },
  }
}

/** One window at a time: several in one statement could wait for another process that has the others. */
async function giveBack(
  db: Db,
  { appid, call, span, window_start, used }: Insertable<Database['quota_uses']>,
): Promise<void> {
  await db
    .updateTable('quota_uses')
    .set({ used: sql<number>`quota_uses.used - ${used}` })
    .where('appid', '=', appid)
    .where('call', '=', call)
    .where('span', '=', span)
    .where('window_start', '=', window_start)
    .execute()
}

function bySpan(one: QuotaWindow, other: QuotaWindow): number {
  return one.span.localeCompare(other.span)
}

function toGrant(
  windows: readonly QuotaWindow[],
  used: ReadonlyMap<QuotaWindow['span'], number>,
  amount: number,
): QuotaGrant {
  const left = windows.map(({ span, limit }) => limit - (used.get(span) ?? 0))
  const refused = Math.min(amount, Math.max(0, ...left.map((rest) => -rest)))
  return {
    granted: amount - refused,
    left: left.map((rest) => Math.max(0, rest + refused)),
  }
}

export function createVisits(db: Db): Visits {
  return {
    async report(appid, openids, at) {
      const rows = [...new Set(openids)].sort().map((openid) => ({ appid, openid, seen_at: at }))
      if (rows.length === 0) return
      try {
        await db
          .insertInto('visits')
          .values(rows)
          .onConflict((conflict) =>
            conflict
              .columns(['openid', 'appid'])
              .doUpdateSet({ seen_at: sql<number>`greatest(visits.seen_at, excluded.seen_at)` }),
          )
          .execute()
      } catch (error) {
        if (refusedBy(error) !== 'visits_appid_fkey') throw error
        throw new AppError('APP_NOT_FOUND', { appid }, { cause: error })
      }
    },

    async lastSeen(appid, openid) {
      const row = await db
        .selectFrom('visits')
        .select('seen_at')
        .where('openid', '=', openid)
        .where('appid', '=', appid)
        .executeTakeFirst()
      return row?.seen_at ?? null
    },

    async isOfAnotherApp(appid, openid) {
      const row = await db
        .selectFrom('visits')
        .select('appid')
        .where('openid', '=', openid)
        .where('appid', '<>', appid)
        .executeTakeFirst()
      return row !== undefined
    },

    async forget(before) {
      const gone = await db.deleteFrom('visits').where('seen_at', '<', before).executeTakeFirst()
      return Number(gone.numDeletedRows)
    },
  }
}
