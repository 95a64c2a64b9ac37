/**
 * What the record says after a fault run: was any filing moved twice, is any left behind, is an
 * answered step missing, does the chain hold. Reads the events themselves, not their copies.
 */

import { nextDueAt } from '@fangxing/release'
import type { Storage } from '@fangxing/storage'
import type pg from 'pg'
import type { Promises } from './people.ts'

const WAITING = ['filing', 'materialRequested', 'takedownOrdered'] as const

export interface Audit {
  readonly filings: number
  readonly preLaunches: number
  readonly doubled: number
  readonly leftBehind: number
  readonly missing: number
  readonly twoLive: number
  readonly chainHolds: boolean
  readonly dueTimesKeptWrongly: number
}

export async function audit(
  storage: Storage,
  client: pg.Client,
  promises: Promises,
  now: number,
): Promise<Audit> {
  const { rows } = await client.query<{ release_id: string; kinds: string[] }>(
    `select release_id, array_agg(kind order by seq) as kinds
     from fangxing.release_events group by release_id`,
  )
  const kinds = new Map(rows.map((row) => [row.release_id, row.kinds]))
  const all = [...kinds.values()].flat()
  const dueTimesKeptWrongly = await storage.releases.rederiveDue()
  return {
    filings: all.filter((kind) => kind === 'filingStarted').length,
    preLaunches: all.filter((kind) => kind === 'preLaunched').length,
    doubled: [...kinds.values()].reduce((sum, list) => sum + doubledIn(list), 0),
    leftBehind: await countLeftBehind(storage, now),
    missing: missingOf(promises, kinds),
    twoLive: await countTwoLive(client),
    chainHolds: (await storage.verifyChain()).firstBroken === null,
    dueTimesKeptWrongly,
  }
}

/** Releases whose events say that time should have moved them; the index of the sweep is not asked. */
async function countLeftBehind(storage: Storage, now: number): Promise<number> {
  let left = 0
  let cursor: string | undefined
  do {
    const page = await storage.releases.list({ states: WAITING, cursor, limit: 200 })
    left += page.items.filter(({ life }) => (nextDueAt(life) ?? now + 1) <= now).length
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  return left
}

/** Pre-launches beyond the first of each filing. */
function doubledIn(kinds: readonly string[]): number {
  let doubled = 0
  let moved = 0
  for (const kind of kinds) {
    if (kind === 'filingStarted') moved = 0
    if (kind !== 'preLaunched') continue
    moved += 1
    if (moved > 1) doubled += 1
  }
  return doubled
}

function missingOf(promises: Promises, kinds: ReadonlyMap<string, readonly string[]>): number {
  let missing = 0
  for (const [key, promised] of promises.counts) {
    const [releaseId = '', kind = ''] = key.split(' ')
    const kept = (kinds.get(releaseId) ?? []).filter((found) => found === kind).length
    missing += Math.max(0, promised - kept)
  }
  return missing
}

async function countTwoLive(client: pg.Client): Promise<number> {
  const { rows } = await client.query(
    `select appid from fangxing.releases where state in ('launched', 'takedownOrdered')
     group by appid having count(*) > 1`,
  )
  return rows.length
}
