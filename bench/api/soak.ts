/**
 * The soak: clients at four fifths of what goes, kill -9 of the server in the middle, then the record
 * is asked for every answer that was given, and the receiver for every result that was promised.
 *
 * Run: `npm run soak -w bench [-- SECONDS] [--save]`; 1800 is the long form.
 */

import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { onFreshCluster } from '../storage/cluster.ts'
import { type Crowd, startCrowd } from './crowd.ts'
import { type LoadRequest, type Member, startMember } from './load.ts'
import { type MediaHost, startMediaHost } from './media-host.ts'
import { numbersGiven, saveRun } from './saved.ts'
import { prepareStage, type Stage, tellTheHost } from './stage.ts'

export interface SoakOrder {
  /** Half before the kill, half after it. */
  readonly seconds: number
  readonly words: number
}

export interface SoakReport {
  readonly checks: number
  readonly perSecond: number
  /** Acknowledged and not on record. */
  readonly missing: number
  readonly tasks: number
  /** Promised a result, and none was pushed. */
  readonly unanswered: number
  readonly repeated: number
  readonly failed: number
  /** Bytes after a collection, at the start and the end of the second server's time. */
  readonly heap: readonly [first: number, last: number]
}

const CLIENTS = 32
const TASKS_PER_SECOND = 2
const PROBE_SECONDS = 5
const SHARE_OF_THE_MOST = 0.8
/** A task that a dead server held comes back when its heartbeat has been missed, half a minute later. */
const RESULTS_WITHIN_MS = 240_000

type Log = (line: string) => void

export async function runSoak(order: SoakOrder, log: Log): Promise<SoakReport> {
  let report: SoakReport | null = null
  await onFreshCluster(async (_storage, databaseUrl) => {
    const host = await startMediaHost()
    const stage = await prepareStage(databaseUrl, order.words)
    await tellTheHost(databaseUrl, stage, host)
    const server = await startServer(databaseUrl)
    try {
      report = await soak({ ...order, databaseUrl, host, stage, server }, log)
    } finally {
      host.close()
    }
  })
  if (report === null) throw new Error('the soak reported nothing')
  return report
}

interface Run extends SoakOrder {
  readonly databaseUrl: string
  readonly host: MediaHost
  readonly stage: Stage
  readonly server: Member
}

async function soak(run: Run, log: Log): Promise<SoakReport> {
  const { seconds, databaseUrl, host, stage, server } = run
  const rate = SHARE_OF_THE_MOST * (await findMost(server, stage))
  log(`${rate.toFixed(0)} checks/s of ${CLIENTS} clients, ${TASKS_PER_SECOND} pictures/s`)
  const texts = startCrowd({ url: server.url, clients: CLIENTS, next: textOf(stage), rate })
  const next = taskOf(stage, host)
  const tasks = startCrowd({ url: server.url, clients: 2, next, rate: TASKS_PER_SECOND })
  await pause((seconds * 1000) / 2)
  await server.kill()
  log(`kill -9 after ${texts.acknowledged.length} checks and ${tasks.acknowledged.length} tasks`)
  const second = await startServer(databaseUrl, new URL(server.url).port)
  try {
    const before = await second.usage()
    await pause((seconds * 1000) / 2)
    await Promise.all([texts.stop(), tasks.stop()])
    const after = await second.usage()
    log(`${texts.acknowledged.length} checks and ${tasks.acknowledged.length} tasks; waiting`)
    await resultsOf(tasks, host)
    const kept = await idsOnRecord(databaseUrl)
    const both = [...texts.acknowledged, ...host.pushed.keys()]
    return {
      checks: texts.acknowledged.length,
      perSecond: texts.acknowledged.length / seconds,
      missing: both.filter((id) => !kept.has(id)).length,
      tasks: tasks.acknowledged.length,
      unanswered: tasks.acknowledged.filter((id) => !host.pushed.has(id)).length,
      repeated: [...host.pushed.values()].filter((times) => times > 1).length,
      failed: texts.failed + tasks.failed,
      heap: [before.heap, after.heap],
    }
  } finally {
    await second.kill()
  }
}

function startServer(databaseUrl: string, port = '0'): Promise<Member> {
  return startMember('child-server.ts', [databaseUrl, port], ['--expose-gc'])
}

async function findMost({ url }: Member, stage: Stage): Promise<number> {
  const crowd = startCrowd({ url, clients: CLIENTS, next: textOf(stage) })
  await pause(PROBE_SECONDS * 1000)
  const { length } = crowd.acknowledged
  await pause(PROBE_SECONDS * 1000)
  const most = (crowd.acknowledged.length - length) / PROBE_SECONDS
  await crowd.stop()
  return most
}

function textOf({ requests }: Stage): (n: number) => LoadRequest {
  return (n) => requests[n % requests.length] as LoadRequest
}

function taskOf({ token }: Stage, host: MediaHost): (n: number) => LoadRequest {
  return (n) => ({
    path: `/wxa/media_check_async?access_token=${token}`,
    type: 'application/json',
    body: JSON.stringify({
      ...{ version: 2, scene: 2, openid: 'o-painter', media_type: 2 },
      media_url: `${host.url}/${n}.png`,
    }),
  })
}

async function resultsOf(tasks: Crowd, { pushed }: MediaHost): Promise<void> {
  const until = Date.now() + RESULTS_WITHIN_MS
  while (Date.now() < until && tasks.acknowledged.some((id) => !pushed.has(id))) await pause(500)
}

async function idsOnRecord(databaseUrl: string): Promise<ReadonlySet<string>> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ id: string }>('select id from fangxing.every_check')
    return new Set(rows.map(({ id }) => id))
  } finally {
    await client.end()
  }
}

export interface SoakFigures extends SoakReport {
  readonly seconds: number
}

export function isUnharmed({ checks, tasks, missing, unanswered }: SoakReport): boolean {
  return checks > 0 && tasks > 0 && missing === 0 && unanswered === 0
}

if (import.meta.main) {
  const [seconds = 300] = numbersGiven()
  const report = await runSoak({ seconds, words: 20_000 }, console.log)
  console.log(report)
  saveRun('soak', { seconds, ...report } satisfies SoakFigures)
  process.exitCode = isUnharmed(report) ? 0 : 1
}
