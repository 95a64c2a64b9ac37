/**
 * How many pages of the database one sweep touches: read off PostgreSQL's own plan, not off a clock.
 *
 * `fillOpenFilings` makes open filings that end one after the other, at 1, 2, 3 …, so that `due` of
 * them are due at the time `due`.
 */

import type pg from 'pg'

/** The query of `dueFilings`, as the storage asks it. */
const SWEEP = `select id, due_at, event_count from fangxing.releases
  where due_at <= $1 order by due_at, n limit 1000`

export async function fillOpenFilings(client: pg.Client, open: number): Promise<void> {
  await client.query('alter table fangxing.release_events disable trigger user')
  await client.query('truncate fangxing.packages, fangxing.apps cascade')
  await client.query("insert into fangxing.packages values ('x', 0, '')")
  await client.query(
    `insert into fangxing.apps
     select 'fx' || n, 'app', '{}', '[]', 'x', 0 from generate_series(1, $1::int) n`,
    [open],
  )
  await client.query(
    `insert into fangxing.releases
       (id, appid, package_sha256, event_count, head_hash, state, region, due_at)
     select md5(n::text), 'fx' || n, 'x', 5, 'x', 'filing', 'CN-GD', n
     from generate_series(1, $1::int) n`,
    [open],
  )
  // Freshly loaded rows are not yet known to be visible to all; a running table's are.
  await client.query('vacuum analyze fangxing.releases')
}

export interface SweepCost {
  /** Buffers of 8 KiB that were touched, cached or not. */
  readonly pages: number
  readonly rows: number
  /** True when the plan reads the whole table. */
  readonly scansAll: boolean
  readonly plan: readonly string[]
}

export async function sweepCost(client: pg.Client, due: number): Promise<SweepCost> {
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(
    `explain (analyze, buffers, costs off, timing off, summary off) ${SWEEP.replace('$1', String(due))}`,
  )
  const plan = rows.map((row) => row['QUERY PLAN'])
  const [first = ''] = plan
  const buffers = plan.find((line) => line.includes('Buffers:')) ?? ''
  return {
    pages: numberIn(buffers, /hit=(\d+)/) + numberIn(buffers, /read=(\d+)/),
    rows: numberIn(first, /rows=([\d.]+)/),
    scansAll: plan.some((line) => line.includes('Seq Scan')),
    plan,
  }
}

function numberIn(text: string, pattern: RegExp): number {
  return Number(pattern.exec(text)?.[1] ?? 0)
}
