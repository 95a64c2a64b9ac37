/** The queries behind `RetroScans`. Progress is counted from the results, never kept beside them. */

import { AppError } from '@fangxing/contract'
import { type Selectable, sql } from 'kysely'
import type { Db } from '../connection.ts'
import { pageOf, windowOf } from '../cursor.ts'
import type { Database } from '../database.ts'
import { randomHex } from '../secrets.ts'
import { toJson } from '../stored-text.ts'
import type { RetroProgress, RetroScan, RetroScans } from './retro.types.ts'

/** What users meet: a version that was ordered down is on its way out already. */
const SERVING = ['launched', 'greyLaunch'] as const

type Row = Selectable<Database['retro_scans']>

export function createRetroScans(db: Db): RetroScans {
  const tell = async (row: Row): Promise<RetroScan> => toScan(row, await countProgress(db, row.id))

  return {
    async start({ shadow, startedBy, startedAt }) {
      const id = randomHex(8)
      const values = { id, shadow, started_by: startedBy, started_at: startedAt }
      await db.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('retro_scans')
          .values({ ...values, finished_at: null })
          .execute()
        await takeDownServing(transaction, id)
      })
      return tell(await getRow(db, id))
    },

    async find(id) {
      const row = await findRow(db, id)
      return row === undefined ? null : tell(row)
    },

    async list(request = {}) {
      const { before, limit } = windowOf(request)
      const query = db.selectFrom('retro_scans').selectAll().where('n', '<', before)
      const rows = await query
        .orderBy('n', 'desc')
        .limit(limit + 1)
        .execute()
      const page = pageOf(rows, limit, (row) => row)
      return { items: await Promise.all(page.items.map(tell)), nextCursor: page.nextCursor }
    },

    ...createLooks(db),
  }
}

/** What the worker asks, and what it found. */
function createLooks(
  db: Db,
): Pick<RetroScans, 'unfinished' | 'next' | 'keep' | 'finish' | 'results'> {
  return {
    async unfinished() {
      const open = db.selectFrom('retro_scans').select('id').where('finished_at', 'is', null)
      return (await open.orderBy('n').execute()).map(({ id }) => id)
    },

    async next(id) {
      const row = await db
        .selectFrom('retro_scan_results')
        .select('release_id')
        .where('scan_id', '=', id)
        .where('result', 'is', null)
        .orderBy('n')
        .limit(1)
        .executeTakeFirst()
      return row?.release_id ?? null
    },

    async keep(id, { releaseId, ...outcome }) {
      const kept = await db
        .updateTable('retro_scan_results')
        .set({ result: toJson(outcome) })
        .where('scan_id', '=', id)
        .where('release_id', '=', releaseId)
        .where('result', 'is', null)
        .executeTakeFirst()
      return kept.numUpdatedRows > 0n
    },

    async finish(id, at) {
      const scan = db.updateTable('retro_scans').set({ finished_at: at }).where('id', '=', id)
      await scan.where('finished_at', 'is', null).execute()
    },

    async results(id, { worse, ...request }) {
      const { before, limit } = windowOf(request)
      const rows = await db
        .selectFrom('retro_scan_results')
        .select(['n', 'release_id', 'result'])
        .where('scan_id', '=', id)
        .where('n', '<', before)
        .where('result', 'is not', null)
        .$if(worse, (query) => query.where(sql<boolean>`(result ->> 'isWorse')::boolean`))
        .orderBy('n', 'desc')
        .limit(limit + 1)
        .execute()
      const page = pageOf(rows, limit, (row) => row)
      return {
        items: page.items.flatMap(({ release_id, result }) =>
          result === null ? [] : [{ releaseId: release_id, ...result }],
        ),
        nextCursor: page.nextCursor,
      }
    },
  }
}

async function takeDownServing(db: Db, scanId: string): Promise<void> {
  await db
    .insertInto('retro_scan_results')
    .columns(['scan_id', 'release_id', 'n'])
    .expression((from) =>
      from
        .selectFrom('releases')
        .select([sql<string>`${scanId}`.as('scan_id'), 'id as release_id', 'n'])
        .where('state', 'in', SERVING),
    )
    .execute()
}

async function countProgress(db: Db, scanId: string): Promise<RetroProgress> {
  const counted = sql<Record<keyof RetroProgress, number>>`
    select count(*)::int as total,
      count(result)::int as looked,
      count(*) filter (where (result ->> 'isWorse')::boolean)::int as worse,
      count(*) filter (where (result ->> 'reopened')::boolean)::int as reopened,
      count(*) filter (where result ->> 'failed' is not null)::int as failed
    from fangxing.retro_scan_results where scan_id = ${scanId}`
  const { rows } = await counted.execute(db)
  return rows[0] ?? { total: 0, looked: 0, worse: 0, reopened: 0, failed: 0 }
}

function findRow(db: Db, id: string): Promise<Row | undefined> {
  return db.selectFrom('retro_scans').selectAll().where('id', '=', id).executeTakeFirst()
}

async function getRow(db: Db, id: string): Promise<Row> {
  const row = await findRow(db, id)
  if (row === undefined) throw new AppError('RETRO_SCAN_NOT_FOUND', { scanId: id })
  return row
}

function toScan(row: Row, progress: RetroProgress): RetroScan {
  const { id, shadow, started_by, started_at, finished_at } = row
  return {
    id,
    shadow,
    startedBy: started_by,
    startedAt: started_at,
    finishedAt: finished_at,
    progress,
  }
}
