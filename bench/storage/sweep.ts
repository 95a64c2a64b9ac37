/**
 * What a sweep for due filings costs: with many open filings, and with more or fewer of them due.
 *
 * The time must follow the due rows and not the open ones. Also prints PostgreSQL's plan and
 * the pages that it touched.
 * Run: `node bench/storage/sweep.ts [open]`; a million open filings are made in about a minute.
 */

import type { Storage } from '@fangxing/storage'
import pg from 'pg'
import { onFreshCluster } from './cluster.ts'
import { fillOpenFilings, sweepCost } from './sweep-plan.ts'

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
    await fillOpenFilings(client, open)
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
  for (const due of DUE) {
    const { pages, rows, scansAll } = await sweepCost(client, due)
    console.log(`${OPEN} open, ${due} due: ${pages} pages for ${rows} rows, scans all: ${scansAll}`)
  }
  for (const line of (await sweepCost(client, 100)).plan) console.log(line)
}
