/**
 * The desk as one queue: checks in doubt, further looks at them, and releases, in one order.
 *
 * Everything of one kind and label is moved by the same time (`DeskShift`), so the first of each is
 * its oldest, and the first of all is one of these few: an index finds it among a million. Who
 * claims takes the first that is granted; the row's lock decides between two who want the same.
 */

import { AppError, LABELS } from '@fangxing/contract'
import { sql } from 'kysely'
import type { Db } from '../connection.ts'
import { limitOf, pageBy } from '../cursor.ts'
import type { Page } from '../page.types.ts'
import type { Claim } from '../releases.types.ts'
import type { DeskCount, DeskItem, QueueFilter } from './desk.types.ts'
import { type ItemRow, toItem } from './item-row.ts'
import { CHECKED, selectCases, selectLooks, selectMaterials, selectReleases } from './sources.ts'
import { takeFree } from './take-free.ts'

/** Of so many that looked free a moment ago one is free still, or the queue is asked again. */
const CANDIDATES = 12
const MOST_TRIES = 5

export async function listItems(db: Db, filter: QueueFilter, now: number): Promise<Page<DeskItem>> {
  const limit = limitOf(filter)
  const rows = await readRows(db, filter, now, limit + 1)
  return pageBy(rows, limit, (row) => toItem(row, now), toCursor)
}

interface Asked extends QueueFilter {
  readonly isFree?: boolean
}

async function readRows(db: Db, filter: Asked, now: number, limit: number) {
  const asked = { ...filter, now, limit, isFree: filter.isFree ?? false, after: toAfter(filter) }
  const found = await Promise.all(
    [selectCases, selectLooks, selectReleases, selectMaterials].map((select) =>
      select(asked).execute(db),
    ),
  )
  return found
    .flatMap(({ rows }) => rows)
    .sort((one, other) => one.rank - other.rank || (one.id < other.id ? -1 : 1))
    .slice(0, limit)
}

function toCursor({ rank, id }: ItemRow): string {
  return Buffer.from(`r${rank} ${id}`).toString('base64url')
}

/** Before everything when there is no cursor. */
function toAfter({ cursor }: QueueFilter): { readonly rank: number; readonly id: string } {
  if (cursor === undefined) return { rank: Number.MIN_SAFE_INTEGER, id: '' }
  const [, rank, id] =
    /^r(-?\d{1,16}) (.{1,64})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? []
  if (rank === undefined || id === undefined) {
    throw new AppError('REQUEST_MALFORMED', { field: 'cursor' })
  }
  return { rank: Number(rank), id }
}

type Given = DeskItem & { readonly granted: Claim }

export async function claimNext(
  db: Db,
  filter: QueueFilter,
  now: number,
  lastsMs: number,
): Promise<Given | null> {
  const taking = { userId: filter.userId, now, until: now + lastsMs }
  for (let nth = 0; nth < MOST_TRIES; nth += 1) {
    const rows = await readRows(db, { ...filter, isFree: true }, now, CANDIDATES)
    if (rows.length === 0) return null
    for (const row of rows) {
      const granted = await takeFree(db, row, taking)
      if (granted) return { ...toItem(row, now), granted }
    }
  }
  return null
}

/** Of each kind and label; beyond it nobody reads the figure, and counting costs by the row. */
const MOST_COUNTED = 2000
const PAIRS = CHECKED.flatMap((kind) =>
  Object.keys(LABELS).map((label) => ({ kind, label: Number(label) })),
)
const KINDS = PAIRS.map(({ kind }) => kind)
const LABEL_OF_EACH = PAIRS.map(({ label }) => label)

/** The oldest of each kind is exact; of many, the count is at least what it says. */
export async function countWaiting(db: Db): Promise<readonly DeskCount[]> {
  const { rows } = await sql<DeskCount>`
    select kind, sum(count)::int as count, min(oldest)::bigint as "oldestAt",
      bool_or(is_part) as "isAtLeast"
    from (
      select k.kind, c.count, c.oldest, c.count = ${MOST_COUNTED} as is_part
        from unnest(${KINDS}::text[], ${LABEL_OF_EACH}::int[]) as k(kind, label)
        cross join lateral (
          select count(*) as count, min(opened_at) as oldest from (
            select opened_at from fangxing.cases
            where verdict is null and not awaits_second
              and cases.kind = k.kind and cases.label = k.label
            order by opened_at limit ${MOST_COUNTED}
          ) few
        ) c
        where c.count > 0
      union all
      select kind, 1, opened_at, false from fangxing.looks
        where closed_at is null and purpose <> 'golden'
      union all
      select case releases.state when 'appealed' then 'appeal' else 'release' end, 1, e.at, false
        from fangxing.releases join fangxing.release_events e
          on e.release_id = releases.id and e.seq = event_count - 1
        where releases.state in ('humanReview', 'delayed', 'appealed')
      union all
      select 'material', 1, opened_at, false from fangxing.material_cases
        where decided_at is null and closed_at is null
    ) waiting group by kind order by kind`.execute(db)
  return rows
}
