/**
 * Transitions a second on the embedded PostgreSQL, fsync on: whole lives, each step a transaction of
 * its own with fold, chain, projections and state.
 *
 * A life is created, submitted, reviewed, approved into filing, passed, launched and superseded by the
 * app's next: eight events in seven transactions. Lanes are people who each wait for their answer.
 * Run: `node bench/release/transitions.ts [seconds]`.
 */

import type { ReleaseEvent } from '@fangxing/release'
import type { Storage } from '@fangxing/storage'
import {
  APPROVED_TO_FILE,
  eventOf,
  FILING,
  LAUNCHED,
  newApp,
  newRelease,
  PASSED,
  submission,
} from '../../packages/storage/src/contract-suite/stories.ts'
import { onFreshCluster } from '../storage/cluster.ts'

const SECONDS = Number(process.argv[2] ?? 5)
const LANES = [1, 4, 16]

await onFreshCluster(async (storage) => {
  let alone = 0
  for (const lanes of LANES) {
    const { events, transactions } = await measure(storage, lanes)
    alone ||= transactions
    const growth = (transactions / alone).toFixed(1)
    console.log(
      `${lanes} lanes: ${Math.round(events / SECONDS)} events/s in ` +
        `${Math.round(transactions / SECONDS)} transactions/s, ${growth} times one lane`,
    )
  }
})

async function measure(storage: Storage, lanes: number) {
  const counted = { events: 0, transactions: 0 }
  const end = performance.now() + SECONDS * 1000
  const lane = async () => {
    const appid = await newApp(storage)
    let serving: { id: string; seq: number } | null = null
    while (performance.now() < end) serving = await liveOnce(storage, appid, serving, counted)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return counted
}

/** One release from upload to launch; the version that served before is superseded in the last step. */
async function liveOnce(
  storage: Storage,
  appid: string,
  serving: { readonly id: string; readonly seq: number } | null,
  counted: { events: number; transactions: number },
) {
  const { id } = await newRelease(storage, appid)
  counted.events += 1
  counted.transactions += 1
  let seq = 1
  const append = async (...events: readonly ReleaseEvent[]) => {
    await storage.releases.append(id, seq, events)
    seq += events.length
    counted.events += events.length
    counted.transactions += 1
  }
  await append(await submission(storage))
  await append(PASSED)
  await append(APPROVED_TO_FILE, FILING)
  await append(eventOf('filingPassed', {}))

  const superseded = eventOf('superseded', { byReleaseId: id })
  const leaving = serving === null ? [] : [toAppend(serving.id, serving.seq, superseded)]
  await storage.releases.appendAll([...leaving, toAppend(id, seq, LAUNCHED)])
  counted.events += 1 + leaving.length
  counted.transactions += 1
  return { id, seq: seq + 1 }
}

function toAppend(releaseId: string, expectedSeq: number, event: ReleaseEvent) {
  return { releaseId, expectedSeq, events: [event] }
}
