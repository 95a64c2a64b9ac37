/**
 * Prints the life of a release, and goes on printing as it happens.
 *
 * Asks the server once a second. Ends when `isDone` says so of the release as it stands after the
 * last printed event; returns it.
 */

import { setTimeout as sleep } from 'node:timers/promises'
import { release, timeline } from '@fangxing/server/shapes/release'
import type { Api } from '../remote/api.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { describeEvent, type ReleaseView, type TimelineItem } from './render-timeline.ts'

/** Quick enough to watch, and a thousand watchers are a thousand small reads a second. */
const INTERVAL_MS = 1000

export interface Follower {
  /** Prints what is new until `isDone`; returns the release as it is then. */
  until(isDone: (release: ReleaseView) => boolean, intervalMs?: number): Promise<ReleaseView>
}

export function followRelease(api: Api, releaseId: string, terminal: Terminal): Follower {
  let printed = 0
  let firstAt = 0

  function print(items: readonly TimelineItem[]): void {
    firstAt = items[0]?.at ?? firstAt
    for (const item of items.slice(printed)) terminal.print(describeEvent(item, firstAt, terminal))
    printed = items.length
  }

  return {
    async until(isDone, intervalMs = INTERVAL_MS) {
      for (;;) {
        // The release first: then the event that made it so is printed before this returns.
        const now = await api.get(`/v1/releases/${encodeURIComponent(releaseId)}`, release)
        const path = `/v1/releases/${encodeURIComponent(releaseId)}/events`
        print((await api.get(path, timeline)).items)
        if (isDone(now)) return now
        await sleep(intervalMs)
      }
    },
  }
}
