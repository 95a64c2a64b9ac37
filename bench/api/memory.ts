/**
 * What a million checks leave in memory: live objects after a collection, every tenth of the way; on
 * disk; and how long searching them takes.
 *
 * Run: `npm run memory -w bench [-- CHECKS]`. The heap of a server that remembers nothing it should
 * forget is flat from the second tenth on; the first fills what has a bound.
 */

import { openStorage } from '@fangxing/storage'
import pg from 'pg'
import { numbersGiven, saveRun } from './saved.ts'
import { type SearchTiming, timeSearches } from './search.ts'
import { openHouse } from './under-load.ts'

const [checks = 1_000_000] = numbersGiven()
const STEPS = 10
const CONNECTIONS = 128
const WORDS = 20_000
const MIB = 1024 * 1024

await openHouse({ words: WORDS, processes: 1 }, async ({ databaseUrl, loader, server, stage }) => {
  const heaps: number[] = []
  for (let step = 1; step <= STEPS; step += 1) {
    const order = { url: server.url, requests: stage.requests, connections: CONNECTIONS }
    const report = await loader.run({ ...order, seconds: 0, amount: Math.ceil(checks / STEPS) })
    const { heap, rss } = await server.usage()
    heaps.push(heap / MIB)
    const memory = `heap ${(heap / MIB).toFixed(1)} MiB, resident ${(rss / MIB).toFixed(0)} MiB`
    console.log(`${Math.ceil((checks * step) / STEPS)} checks: ${memory}, ${report.failed} failed`)
  }
  const [, second = 0] = heaps
  console.log(`grown since the second tenth: ${((heaps.at(-1) ?? 0) - second).toFixed(1)} MiB`)
  const disk = await readDisk(databaseUrl)
  for (const { table, count, mib } of disk) console.log(`${table}: ${count}, ${mib} MiB`)
  const storage = await openStorage({ url: databaseUrl })
  const searches = await timeSearches(storage, stage.appid)
  for (const { name, p50, longest, found } of searches) {
    const times = `p50 ${p50.toFixed(1)} ms, longest ${longest.toFixed(1)} ms`
    console.log(`${name}: ${times}, ${found} found`)
  }
  await storage.close()
  saveRun('memory', { checks, heaps, disk, searches } satisfies MemoryFigures)
})

interface Kept {
  readonly table: string
  readonly count: number
  readonly mib: number
}

export interface MemoryFigures {
  readonly checks: number
  /** MiB of live objects, every tenth of the way. */
  readonly heaps: readonly number[]
  readonly disk: readonly Kept[]
  readonly searches: readonly SearchTiming[]
}

/** Rows and blocks, with their indexes, and how many checks the blocks hold. */
async function readDisk(databaseUrl: string): Promise<readonly Kept[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const { rows } = await client.query<{ table: string; count: string; bytes: string }>(`
    select 'checks in rows' as table, count(*), pg_total_relation_size('fangxing.checks') bytes
    from fangxing.checks
    union all
    select 'checks in ' || count(*) || ' blocks', coalesce(sum(size), 0),
      pg_total_relation_size('fangxing.check_blocks')
    from fangxing.check_blocks`)
  await client.end()
  return rows.map(({ table, count, bytes }) => ({
    table,
    count: Number(count),
    mib: Math.round(Number(bytes) / MIB),
  }))
}
