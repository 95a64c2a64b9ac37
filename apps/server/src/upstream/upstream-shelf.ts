/**
 * The upstream of each app that has one, opened when its settings are first read and again when
 * they change.
 *
 * `of` answers at once, from what was read last: an app without an upstream costs a check one
 * look-up in a map. Another process's change is noticed within `RECHECK_MS`.
 */

import type { Storage, UpstreamSettings } from '@fangxing/storage'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import { type GuardedUpstream, type GuardPorts, guardUpstream } from './guarded-upstream.ts'
import { openWechatUpstream } from './wechat-upstream.ts'

const RECHECK_MS = 5000

export interface UpstreamShelf {
  of(appid: string | null): GuardedUpstream | null
  /** Reads the settings again: one's own change is seen when this has ended. */
  refresh(): Promise<void>
  /** Waits for shadow questions that are under way. */
  track(work: Promise<unknown>): void
  close(): Promise<void>
}

interface ShelfPorts {
  readonly storage: Pick<Storage, 'upstreams' | 'quotas'>
  readonly wallClock: Clock
  readonly log: Log
}

interface Opened {
  readonly written: string
  readonly upstream: GuardedUpstream
}

/** Reads the settings before it answers, so that the first check knows its upstream. */
export async function openUpstreamShelf({
  storage,
  wallClock,
  log,
}: ShelfPorts): Promise<UpstreamShelf> {
  let opened: ReadonlyMap<string, Opened> = new Map()
  const underWay = new Set<Promise<unknown>>()
  const now = () => wallClock.now()

  async function refresh(): Promise<void> {
    const settings = await storage.upstreams.list()
    const next = [...settings].map(([appid, one]): [string, Opened] => [
      appid,
      openAgain(appid, one, opened.get(appid), { quotas: storage.quotas, now }),
    ])
    opened = new Map(next)
  }

  const track = (work: Promise<unknown>) => {
    const ended = work
      .catch((error: unknown) => log(`error UPSTREAM ${String(error)}`))
      .finally(() => underWay.delete(ended))
    underWay.add(ended)
  }
  await refresh()
  const timer = setInterval(() => track(refresh()), RECHECK_MS)
  timer.unref()

  return {
    of: (appid) => (appid === null ? null : (opened.get(appid)?.upstream ?? null)),
    refresh,
    track,
    async close() {
      clearInterval(timer)
      await Promise.all(underWay)
    },
  }
}

/** What is as it was keeps its circuit and its answers. */
function openAgain(
  appid: string,
  settings: UpstreamSettings,
  before: Opened | undefined,
  ports: GuardPorts,
): Opened {
  const written = JSON.stringify(settings)
  if (before?.written === written) return before
  const upstream = guardUpstream(openKind(settings, ports.now), appid, settings, ports)
  return { written, upstream }
}

function openKind({ kind, baseUrl, appid, secret }: UpstreamSettings, now: () => number) {
  switch (kind) {
    case 'wechat':
      return openWechatUpstream({ baseUrl, appid, secret }, now)
  }
}
