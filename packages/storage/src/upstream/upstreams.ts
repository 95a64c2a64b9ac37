/** The queries behind `Upstreams` and `Comparisons`. */

import { AppError } from '@fangxing/contract'
import { type Selectable, sql } from 'kysely'
import { type Db, refusedBy } from '../connection.ts'
import { pageOf, windowOf } from '../cursor.ts'
import { toJson } from '../stored-text.ts'
import type { UpstreamTables } from './tables.ts'
import type {
  AgreementCell,
  Comparison,
  ComparisonDraft,
  ComparisonFilter,
  Comparisons,
  Upstreams,
} from './upstream.types.ts'

export function createUpstreams(db: Db): Upstreams {
  return {
    async find(appid) {
      const row = await db
        .selectFrom('app_upstreams')
        .select('settings')
        .where('appid', '=', appid)
        .executeTakeFirst()
      return row?.settings ?? null
    },

    async set(appid, settings, now) {
      if (settings === null) {
        await db.deleteFrom('app_upstreams').where('appid', '=', appid).execute()
        return
      }
      const row = { appid, settings: toJson(settings), changed_at: now }
      try {
        await db
          .insertInto('app_upstreams')
          .values(row)
          .onConflict((conflict) => conflict.column('appid').doUpdateSet(row))
          .execute()
      } catch (error) {
        if (refusedBy(error) !== 'app_upstreams_appid_fkey') throw error
        throw new AppError('APP_NOT_FOUND', { appid }, { cause: error })
      }
    },

    async list() {
      const rows = await db.selectFrom('app_upstreams').select(['appid', 'settings']).execute()
      return new Map(rows.map(({ appid, settings }) => [appid, settings]))
    },
  }
}

export function createComparisons(db: Db): Comparisons {
  return {
    record: (draft) => insertComparison(db, draft),
    list: (filter) => list(db, filter),
    agreement: (appid, from) => countPairs(db, appid, from),

    async forget(before) {
      const gone = await db
        .deleteFrom('upstream_comparisons')
        .where('at', '<', before)
        .executeTakeFirst()
      return Number(gone.numDeletedRows)
    },
  }
}

export async function insertComparison(db: Db, draft: ComparisonDraft): Promise<void> {
  const { checkId, local, answer, tookMs, told, ...rest } = draft
  await db
    .insertInto('upstream_comparisons')
    .values({
      ...rest,
      check_id: checkId,
      local_suggest: local.suggest,
      local_label: local.label,
      suggest: answer?.suggest ?? null,
      label: answer?.label ?? null,
      trace_id: answer?.traceId ?? null,
      took_ms: tookMs,
      told_suggest: told,
    })
    .execute()
}

async function list(db: Db, { appid, disagreed, ...page }: ComparisonFilter) {
  const { before, limit } = windowOf(page)
  let query = db
    .selectFrom('upstream_comparisons')
    .selectAll()
    .where('appid', '=', appid)
    .where('n', '<', before)
  if (disagreed === true) query = query.whereRef('suggest', '<>', 'local_suggest')
  const rows = await query
    .orderBy('n', 'desc')
    .limit(limit + 1)
    .execute()
  return pageOf(rows, limit, toComparison)
}

async function countPairs(db: Db, appid: string, from: number): Promise<readonly AgreementCell[]> {
  const rows = await db
    .selectFrom('upstream_comparisons')
    .select(['local_suggest', 'suggest', sql<number>`count(*)::int`.as('count')])
    .where('appid', '=', appid)
    .where('at', '>=', from)
    .groupBy(['local_suggest', 'suggest'])
    .orderBy('local_suggest')
    .orderBy('suggest')
    .execute()
  return rows.map(({ local_suggest: ours, suggest: theirs, count }) => ({ ours, theirs, count }))
}

function toComparison(row: Selectable<UpstreamTables['upstream_comparisons']>): Comparison {
  const { appid, upstream, suggest, label, trouble, cached, at } = row
  return {
    ...{ appid, upstream, trouble, cached, at },
    checkId: row.check_id,
    local: { suggest: row.local_suggest, label: row.local_label },
    answer: suggest === null || label === null ? null : { suggest, label, traceId: row.trace_id },
    tookMs: row.took_ms,
    told: row.told_suggest,
  }
}
