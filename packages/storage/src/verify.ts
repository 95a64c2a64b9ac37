/**
 * Reads the whole record and names the first link that does not hold.
 *
 * Online, every chain is also compared with its row: an end that was cut off shows there. Offline,
 * the same check reads exported lines, without a database. Streams: memory is one release.
 */

import { createHash } from 'node:crypto'
import type { ReleaseEvent, State } from '@fangxing/release'
import { type Life, replay } from '@fangxing/release'
import { hashOf, startOfChain } from './chain.ts'
import type { Db } from './connection.ts'
import { readHistories } from './history.ts'
import type { StoredEvent } from './releases.types.ts'
import type { BrokenBecause, BrokenLink, ChainReport } from './verify.types.ts'

/** Releases read at once. */
const BATCH = 100

/** What the row of a release says about its chain. */
interface Claimed {
  readonly id: string
  readonly event_count: number
  readonly head_hash: string
  readonly state: State
}

export async function verifyChain(db: Db): Promise<ChainReport> {
  const tally = createTally()
  for await (const { row, history } of eachRelease(db)) {
    for (const stored of history) tally.take(stored)
    tally.endRelease(row)
    if (tally.broken()) break
  }
  return tally.report()
}

/** One line per event: the stored event as JSON, release by release in order of id. */
export async function* exportEvents(db: Db): AsyncIterable<string> {
  for await (const { history } of eachRelease(db)) {
    for (const stored of history) yield JSON.stringify(stored)
  }
}

/** The offline form. The same digest as online means that nothing was cut off at the end either. */
export async function verifyExport(
  lines: AsyncIterable<string> | Iterable<string>,
): Promise<ChainReport> {
  const tally = createTally()
  for await (const line of lines) {
    if (line.trim() === '') continue
    const stored = parseLine(line)
    if (stored) tally.take(stored)
    else tally.fail('unreadable')
    if (tally.broken()) break
  }
  tally.endRelease()
  return tally.report()
}

async function* eachRelease(db: Db) {
  for (let after = ''; ; ) {
    const batch = await readBatch(db, after)
    yield* batch
    const last = batch.at(-1)
    if (!last) return
    after = last.row.id
  }
}

/** Rows and events of one moment: an append between the two would look like a broken record. */
function readBatch(db: Db, after: string) {
  const moment = db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
  return moment.execute(async (transaction) => {
    const rows = await transaction
      .selectFrom('releases')
      .select(['id', 'event_count', 'head_hash', 'state'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(BATCH)
      .execute()
    const ids = rows.map(({ id }) => id)
    const histories = await readHistories(transaction, ids)
    return rows.map((row) => ({ row, history: histories.get(row.id) ?? [] }))
  })
}

function createTally() {
  const digest = createHash('sha256')
  let releases = 0
  let events = 0
  let firstBroken: BrokenLink | null = null
  let last: StoredEvent | null = null
  let life: Life | null = null

  function fail(because: BrokenBecause, releaseId = last?.releaseId ?? '', seq = last?.seq ?? 0) {
    firstBroken ??= { releaseId, seq, because }
  }

  function endRelease(row?: Claimed) {
    const matches = last?.hash === row?.head_hash && last?.seq === (row?.event_count ?? 0) - 1
    if (row && (!matches || life?.state !== row.state)) fail('state', row.id, last?.seq ?? 0)
    if (last) digest.update(`${last.releaseId} ${last.hash}\n`)
    if (last || row) releases += 1
    last = null
    life = null
  }

  function take(stored: StoredEvent) {
    if (last && last.releaseId !== stored.releaseId) endRelease()
    const because = breakBetween(last, stored)
    life = because === null ? replay(life, stored.event) : null
    if (because) fail(because, stored.releaseId, stored.seq)
    else if (life?.state !== stored.state) fail('state', stored.releaseId, stored.seq)
    last = stored
    events += 1
  }

  const report = (): ChainReport => ({
    releases,
    events,
    digest: digest.copy().digest('hex'),
    firstBroken,
  })
  return { take, endRelease, fail, report, broken: () => firstBroken !== null }
}

function breakBetween(last: StoredEvent | null, stored: StoredEvent): BrokenBecause | null {
  const expectedHash = last?.hash ?? startOfChain(stored.releaseId)
  const follows = stored.seq === (last?.seq ?? -1) + 1 && stored.previousHash === expectedHash
  if (!follows) return 'unlinked'
  return hashOf(stored) === stored.hash ? null : 'altered'
}

function parseLine(line: string): StoredEvent | null {
  try {
    const value: Partial<StoredEvent> = JSON.parse(line)
    const { releaseId, seq, event, state, previousHash, hash } = value
    const isWhole =
      typeof releaseId === 'string' &&
      typeof seq === 'number' &&
      typeof (event as ReleaseEvent | undefined)?.kind === 'string' &&
      typeof hash === 'string'
    if (!isWhole || !event || !state || previousHash === undefined) return null
    return { releaseId, seq, event, state, previousHash, hash }
  } catch {
    return null
  }
}
