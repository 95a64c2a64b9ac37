/**
 * What a sweep for due filings costs: with many open filings, and with more or fewer of them due.
 *
 * The time must follow the due rows and not the open ones. Also prints PostgreSQL's plan.
 * Run: `node bench/storage/sweep.ts [open]`; a million open filings are made in about a minute.
 */

import type { Storage } from '@fangxing/storage'
import pg from 'pg'
import { onFreshCluster } from './cluster.ts'

const OPEN = Number(process.argv[2] ?? 1_000_000)
const DUE = [0, 10, 100, 1000]
const REPEATS = 20

await onFreshCluster(async (storage, url) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await measure(storage, client).finally(() => client.end())
})

async function measure(storage: Storage, client: pg.Client): Promise<void> {
  for (const open of [OPEN / 100, OPEN]) {
    await fill(client, open)
    for (const due of DUE.filter((rows) => rows <= open)) {
      const times: number[] = []
      for (let n = 0; n < REPEATS; n += 1) {
        const from = performance.now()
        const found = await storage.releases.dueFilings(due, 1000)
        times.push(performance.now() - from)
        if (found.length !== due) throw new Error(`${found.length} due, not ${due}`)
      }
      times.sort((one, other) => one - other)
      const median = times[REPEATS / 2]?.toFixed(2)
      console.log(`${open} open, ${due} due: median ${median} ms`)
    }
  }
  const { rows } = await client.query(`explain (analyze, buffers, costs off)
    select id, due_at, event_count from fangxing.releases
    where due_at <= 100 order by due_at, n limit 1000`)
  for (const row of rows) console.log(row['QUERY PLAN'])
}

/** Open filings that end one after the other, at 1, 2, 3 …: `due` of them are due at `due`. */
async function fill(client: pg.Client, open: number): Promise<void> {
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
  await client.query('analyze fangxing.releases')
}
