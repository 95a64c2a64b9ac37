/**
 * The fault run: two sweepers and three API processes on one database, kill -9 in the middle.
 *
 * First a midnight at which hundreds of filings end at once, with both sweepers killed half-way and
 * an API killed while the authority answers; then a simulated year of apps over HTTP, a process
 * killed every few weeks. Afterwards the record is asked: moved twice, left behind, answered and lost.
 *
 * Run: `node bench/release/fault-run.ts [days] [burst]`.
 */

import { join } from 'node:path'
import { DAY_MS, DEFAULT_CLOCK, filingDue } from '@fangxing/release'
import { packFolder } from '@fangxing/server'
import type { Storage } from '@fangxing/storage'
import pg from 'pg'
import { COMPANY, NOTES } from '../../packages/storage/src/contract-suite/stories.ts'
import { onFreshCluster } from '../storage/cluster.ts'
import { type AppLife, liveADay, type Stage } from './fault/app-life.ts'
import { type Audit, audit } from './fault/audit.ts'
import { openFilings } from './fault/burst.ts'
import { type Draw, seeded } from './fault/draw.ts'
import { Promises, signIn } from './fault/people.ts'
import { Troupe } from './fault/troupe.ts'

const APIS = 3
const SWEEPERS = 2
const APPS = 8
const KILL_EVERY_DAYS = 20
const PACKAGE = join(import.meta.dirname, '../../fixtures/miniprograms/plain-tool')

type Log = (line: string) => void

export interface FaultReport extends Audit {
  readonly kills: number
  readonly answered: number
  readonly movedBeforeTheKill: number
  readonly burst: number
}

interface Run {
  readonly storage: Storage
  readonly client: pg.Client
  readonly troupe: Troupe
  readonly stage: Stage
  /** The midnight at which the filings of the burst end, and the year begins. */
  readonly midnightAt: number
}

export async function runFaults(
  { days, burst }: { readonly days: number; readonly burst: number },
  log: Log,
): Promise<FaultReport> {
  let report: FaultReport | null = null
  await onFreshCluster(async (storage, url) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const noticeAt = Date.now()
    const midnightAt = filingDue(noticeAt, DEFAULT_CLOCK) ?? noticeAt
    const troupe = new Troupe(url, noticeAt)
    try {
      const stage = await prepareStage(storage, troupe, seeded(20260302))
      const run = { storage, client, troupe, stage, midnightAt }
      const ids = await openFilings(storage, burst, noticeAt)
      const movedBeforeTheKill = await midnight(run, ids, log)
      const now = await liveDays(run, days, log)
      report = {
        ...(await audit(storage, client, stage.promises, now)),
        kills: troupe.kills,
        answered: stage.promises.total,
        movedBeforeTheKill,
        burst,
      }
    } finally {
      await troupe.end()
      await client.end()
    }
  })
  if (report === null) throw new Error('the fault run reported nothing')
  return report
}

async function prepareStage(storage: Storage, troupe: Troupe, draw: Draw): Promise<Stage> {
  const as = (role: 'developer' | 'reviewer' | 'authority') =>
    signIn(storage, role, () => troupe.urls, draw)
  return {
    developer: await as('developer'),
    reviewer: await as('reviewer'),
    authority: await as('authority'),
    promises: new Promises(),
    draw,
    archive: new Uint8Array(await packFolder(PACKAGE)),
  }
}

/** All of these end at once. Returns how many were moved when the sweepers were killed. */
async function midnight(run: Run, ids: readonly string[], log: Log): Promise<number> {
  const { storage, client, troupe, stage, midnightAt } = run
  await Promise.all(Array.from({ length: APIS }, () => troupe.start('api')))
  await Promise.all(Array.from({ length: SWEEPERS }, () => troupe.start('sweeper')))
  log(`${ids.length} filings end at midnight; ${SWEEPERS} sweepers and ${APIS} APIs run`)

  const moved = async () => {
    const counted = await client.query(
      "select count(*)::int as moved from fangxing.release_events where kind = 'preLaunched'",
    )
    return Number(counted.rows[0]?.moved)
  }
  await troupe.setTime(midnightAt)
  const answers = ids.slice(-ids.length / 4).map(async (id) => {
    const passed = await stage.authority.post(`/v1/releases/${id}/filing/pass`)
    if (passed !== null) stage.promises.keep(id, 'filingPassed')
  })
  while ((await moved()) < ids.length / 4);
  await Promise.all([troupe.kill('sweeper', SWEEPERS), troupe.kill('api')])
  const movedBeforeTheKill = await moved()
  log(`kill -9 of both sweepers and one API when ${movedBeforeTheKill} were moved`)

  await Promise.all(answers)
  await Promise.all([troupe.start('api'), troupe.start('sweeper'), troupe.start('sweeper')])
  while ((await storage.releases.dueFilings(midnightAt, 1)).length > 0);
  log(`started again: ${await moved()} moved, none left due`)
  return movedBeforeTheKill
}

/** Returns the time at the end, when everything that was due has been moved. */
async function liveDays(run: Run, days: number, log: Log): Promise<number> {
  const { storage, troupe, stage, midnightAt } = run
  const apps = await Promise.all(Array.from({ length: APPS }, () => openApp(storage, midnightAt)))
  let now = midnightAt
  for (let day = 1; day <= days; day += 1) {
    now = midnightAt + day * DAY_MS + Math.floor(stage.draw() * 12) * 3_600_000
    await troupe.setTime(now)
    const living = Promise.all(apps.map((life) => liveADay(stage, life)))
    if (day % KILL_EVERY_DAYS === 0) {
      const part = stage.draw() < 0.6 ? 'api' : 'sweeper'
      await troupe.kill(part)
      await living
      await troupe.start(part)
    }
    await living
    if (day % 60 === 0) log(`day ${day}: ${stage.promises.total} steps answered with yes`)
  }
  while ((await storage.releases.dueFilings(now, 1)).length > 0);
  return now
}

async function openApp(storage: Storage, now: number): Promise<AppLife> {
  const draft = { name: '园艺笔记', subject: COMPANY, categories: [NOTES] }
  const developer = (await storage.users.list()).find(({ roles }) => roles.includes('developer'))
  const { app } = await storage.apps.create(draft, now, developer?.id)
  return { appid: app.appid, releaseId: null, versions: 0 }
}

if (import.meta.main) {
  const [days = '365', burst = '400'] = process.argv.slice(2)
  const report = await runFaults({ days: Number(days), burst: Number(burst) }, console.log)
  console.log(report)
}
