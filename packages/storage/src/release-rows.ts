/**
 * Releases as they are read: found by columns and indexes, told by the fold of their events.
 *
 * A page of 50 costs three queries, however long the histories are.
 */

import { AppError } from '@fangxing/contract'
import { currentSubmission, dueAtOf, fold } from '@fangxing/release'
import { type RawBuilder, sql } from 'kysely'
import { readVerdicts } from './assessments.ts'
import type { Db } from './connection.ts'
import { pageOf, windowOf } from './cursor.ts'
import { readHistories } from './history.ts'
import { isAmong } from './members/members.ts'
import type { Page } from './page.types.ts'
import type { Release, ReleaseFilter, StoredEvent } from './releases.types.ts'

interface Row {
  readonly id: string
  readonly n: number
  readonly appid: string
  readonly app_name: string
  readonly package_sha256: string
  readonly bytes: number
}

type Verdicts = Awaited<ReturnType<typeof readVerdicts>>

export async function findReleases(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Release>> {
  if (ids.length === 0) return new Map()
  const rows = await selectRows(db).where('releases.id', 'in', ids).execute()
  return tell(db, rows)
}

export async function listReleases(db: Db, filter: ReleaseFilter): Promise<Page<Release>> {
  const { before, limit } = windowOf(filter)
  let query = selectRows(db).where('releases.n', '<', before)
  if (filter.appid !== undefined) query = query.where('releases.appid', '=', filter.appid)
  if (filter.within !== undefined) query = query.where(isWithin(filter.within))
  if (filter.region !== undefined) query = query.where('region', '=', filter.region)
  if (filter.expedited !== undefined) query = query.where('expedited', '=', filter.expedited)
  if (filter.states !== undefined) {
    query = query.where('state', 'in', filter.states.length > 0 ? filter.states : ['draft'])
  }
  if (filter.states?.length === 0) return { items: [], nextCursor: null }
  const rows = await query
    .orderBy('releases.n', 'desc')
    .limit(limit + 1)
    .execute()
  const { items, nextCursor } = pageOf(rows, limit, (row) => row)
  const releases = await tell(db, items)
  return { items: items.flatMap(({ id }) => releases.get(id) ?? []), nextCursor }
}

function isWithin({ appids, region }: NonNullable<ReleaseFilter['within']>): RawBuilder<boolean> {
  const isOwn = isAmong(appids, 'releases.appid')
  return region === null ? isOwn : sql<boolean>`(${isOwn} or region = ${region})`
}

/** The release that was submitted under this auditId, or last. */
export async function idBySubmission(
  db: Db,
  appid: string,
  auditId?: number,
): Promise<string | null> {
  let query = db.selectFrom('submissions').select('release_id').where('appid', '=', appid)
  if (auditId !== undefined) query = query.where('audit_id', '=', auditId)
  const row = await query.orderBy('audit_id', 'desc').limit(1).executeTakeFirst()
  return row?.release_id ?? null
}

/** By app: asked of the events, since a submission that was withdrawn may have been followed by others. */
export async function readWithdrawals(
  db: Db,
  appids: readonly string[],
  since: number,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const withdrawals = new Map<string, number[]>()
  if (appids.length === 0) return withdrawals
  const rows = await db
    .selectFrom('releases')
    .innerJoin('release_events', 'release_events.release_id', 'releases.id')
    .select(['appid', 'at'])
    .where('appid', 'in', appids)
    .where('kind', '=', 'withdrawn')
    .where('at', '>=', since)
    .execute()
  for (const { appid, at } of rows) withdrawals.set(appid, [...(withdrawals.get(appid) ?? []), at])
  return withdrawals
}

export async function nextAuditId(db: Db): Promise<number> {
  const next = sql<{ id: number }>`select nextval('fangxing.audit_ids') as id`
  const { rows } = await next.execute(db)
  return Number(rows[0]?.id)
}

export async function readArchive(db: Db, releaseId: string): Promise<Uint8Array | null> {
  const row = await db
    .selectFrom('releases')
    .innerJoin('packages', 'packages.sha256', 'releases.package_sha256')
    .select('archive')
    .where('releases.id', '=', releaseId)
    .executeTakeFirst()
  return row?.archive ?? null
}

function selectRows(db: Db) {
  return db
    .selectFrom('releases')
    .innerJoin('apps', 'apps.appid', 'releases.appid')
    .innerJoin('packages', 'packages.sha256', 'releases.package_sha256')
    .select(['releases.id', 'releases.n', 'releases.appid', 'apps.name as app_name'])
    .select(['releases.package_sha256', 'packages.bytes'])
}

async function tell(db: Db, rows: readonly Row[]): Promise<ReadonlyMap<string, Release>> {
  const ids = rows.map(({ id }) => id)
  const histories = await readHistories(db, ids)
  const verdicts = await readVerdicts(db, ids)
  return new Map(rows.map((row) => [row.id, toRelease(row, histories.get(row.id) ?? [], verdicts)]))
}

function toRelease(row: Row, history: readonly StoredEvent[], verdicts: Verdicts): Release {
  const life = fold(history.map(({ event }) => event))
  if (life === null) throw new AppError('RECORD_BROKEN', { releaseId: row.id, seq: 0 })
  const auditId = currentSubmission(life)?.auditId ?? null
  const assessed = verdicts.get(row.id)
  return {
    id: row.id,
    appid: row.appid,
    appName: row.app_name,
    life,
    auditId,
    filingDueAt: life.filing && dueAtOf(life.filing),
    verdict: assessed?.auditId === auditId ? (assessed?.verdict ?? null) : null,
    packageSha256: row.package_sha256,
    packageBytes: row.bytes,
  }
}
