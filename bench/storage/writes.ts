/**
 * How many appends and how many check records a second the embedded cluster takes, fsync on.
 *
 * Each lane waits for its write before the next; an append is a whole transaction with its fold,
 * its chain and its state row. Run: `node bench/storage/writes.ts [seconds]`.
 */

import type { Storage } from '@fangxing/storage'
import {
  eventOf,
  MONDAY,
  newRelease,
  submission,
  WITHDRAWN,
} from '../../packages/storage/src/contract-suite/stories.ts'
import { onFreshCluster } from './cluster.ts'

const SECONDS = Number(process.argv[2] ?? 5)
const LANES = [1, 8, 16]

type Lane = () => Promise<void>

await onFreshCluster(async (storage) => {
  for (const lanes of LANES) await report('appends', lanes, () => appendLane(storage))
  for (const lanes of LANES) await report('checks', lanes, () => checkLane(storage))
})

async function report(what: string, lanes: number, newLane: () => Promise<Lane>): Promise<void> {
  const steps = await Promise.all(Array.from({ length: lanes }, newLane))
  const durations: number[] = []
  const end = performance.now() + SECONDS * 1000
  await Promise.all(
    steps.map(async (step) => {
      while (performance.now() < end) {
        const from = performance.now()
        await step()
        durations.push(performance.now() - from)
      }
    }),
  )
  durations.sort((one, other) => one - other)
  const at = (share: number) => durations[Math.floor(durations.length * share)]?.toFixed(1)
  const perSecond = Math.round(durations.length / SECONDS)
  console.log(`${what}: ${lanes} lanes, ${perSecond}/s, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`)
}

/** Submits and withdraws a release of its own, a fresh one every 20 events. */
async function appendLane(storage: Storage): Promise<Lane> {
  let { id, appid, life } = await newRelease(storage)
  let seq = life.eventCount
  return async () => {
    if (seq > 20) {
      ;({ id, appid, life } = await newRelease(storage, appid))
      seq = life.eventCount
    }
    const event = seq % 2 === 1 ? await submission(storage) : WITHDRAWN
    await storage.releases.append(id, seq, [event])
    seq += 1
  }
}

async function checkLane(storage: Storage): Promise<Lane> {
  const { appid } = await newRelease(storage)
  const check = {
    appid,
    writer: eventOf('withdrawn', {}).actor.id,
    scene: 2,
    suggest: 'pass',
    label: 100,
    edition: '2026-01-01',
    evidence: { hits: [], judgements: [] },
    texts: [],
    keepTextsUntil: null,
    at: MONDAY,
  } as const
  return async () => {
    await storage.checks.record(check)
  }
}
