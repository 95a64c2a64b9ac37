/** Where the caller's apps stand, and what an app has used: what a developer looks at first. */

import { AppError } from '@fangxing/contract'
import { DAY_MS, SHANGHAI_OFFSET_MINUTES } from '@fangxing/release'
import type { Standing } from '@fangxing/storage'
import { z } from 'zod'
import { QUOTA_CALLS } from '../check-policy/check-policy.ts'
import { type Caller, type Entrant, EVERYBODY_KNOWN } from '../http/access.ts'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { assertSeesApp, isSeen, seesRelease, toActor } from './actor.ts'
import { readerOf } from './notices.ts'
import { viewReleases } from './release-view.ts'
import { id } from './shapes/parts.ts'
import { standingQuery, standings, usage, usageQuery } from './shapes/standing.ts'

const ENTRANTS: readonly Entrant[] = ['app', 'developer', 'operator']

export function registerStandings(app: App, ports: Ports): void {
  app.get('/v1/standings', {
    config: { access: EVERYBODY_KNOWN },
    schema: {
      summary:
        'Which versions of each app matter now: newest, live, staged, pre-launched, in review',
      querystring: standingQuery,
      response: { 200: standings },
    },
    async handler({ caller, query: { appids } }) {
      const found = await ports.storage.apps.findMany(appids)
      const seen = found.filter(({ appid, subject }) => isSeen(caller, appid, subject.region))
      const stands = await ports.storage.standings.of(
        seen.map(({ appid }) => appid),
        readerOf(caller),
      )
      return { items: await viewStandings(ports, stands, caller) }
    },
  })

  app.get('/v1/apps/:appid/usage', {
    config: { access: ENTRANTS },
    schema: {
      summary: 'Checks by day and answer, and what is left of the quotas',
      params: z.object({ appid: id }),
      querystring: usageQuery,
      response: { 200: usage },
    },
    async handler({ caller, params: { appid }, query: { days } }) {
      const found = await ports.storage.apps.find(appid)
      if (found === null) throw new AppError('APP_NOT_FOUND', { appid })
      assertSeesApp(caller, found)
      toActor(caller, ENTRANTS, appid)
      return readUsage(ports, appid, days)
    },
  })
}

const SLOTS = ['newest', 'live', 'staged', 'preLaunched', 'inReview'] as const

/** A version that the caller may not see, a draft for an authority, is not told of. */
async function viewStandings(ports: Ports, stands: readonly Standing[], caller: Caller) {
  const releases = stands.flatMap((stand) => SLOTS.flatMap((slot) => stand[slot] ?? []))
  const seen = releases.filter((release) => seesRelease(caller, release))
  const views = new Map((await viewReleases(ports, seen, caller)).map((view) => [view.id, view]))
  return stands.map((stand) => {
    const view = (slot: (typeof SLOTS)[number]) => views.get(stand[slot]?.id ?? '') ?? null
    return {
      appid: stand.appid,
      newest: view('newest'),
      live: view('live'),
      staged: view('staged'),
      preLaunched: view('preLaunched'),
      inReview: view('inReview'),
      unread: stand.unread,
    }
  })
}

async function readUsage(
  { storage, clock, wallClock, checkPolicy }: Ports,
  appid: string,
  days: number,
) {
  // Checks carry the time of releases; quotas live by the real one.
  const from = startOfDay(clock.now()) - (days - 1) * DAY_MS
  const counts = await storage.statistics.checks({ from, until: clock.now() + 1 }, appid)
  const today = startOfDay(wallClock.now())
  const used = await storage.quotas.used(appid, 'day', today)
  const { quotas } = await checkPolicy.of(appid)
  return {
    checks: sumByAnswer(counts),
    quotas: QUOTA_CALLS.map((call) => ({
      call,
      usedToday: used.get(call) ?? 0,
      ...quotas[call],
    })),
    dayEndsAt: today + DAY_MS,
  }
}

type Count = {
  readonly day: string
  readonly suggest: 'pass' | 'review' | 'risky'
  readonly count: number
}

function sumByAnswer(counts: readonly Count[]) {
  const sums = new Map<string, { day: string; suggest: Count['suggest']; count: number }>()
  for (const { day, suggest, count } of counts) {
    const sum = sums.get(`${day} ${suggest}`) ?? { day, suggest, count: 0 }
    sum.count += count
    sums.set(`${day} ${suggest}`, sum)
  }
  return [...sums.values()]
}

function startOfDay(at: number): number {
  return at - ((at + SHANGHAI_OFFSET_MINUTES * 60_000) % DAY_MS)
}
