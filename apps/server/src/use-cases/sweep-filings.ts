/**
 * Moves every filing whose promised days are over to pre-launch.
 *
 * What is due is derived, so nothing is lost while no process runs. Any number of processes may
 * sweep at once: the one that comes second is refused by the sequence and passes over the release.
 */

import { AppError } from '@fangxing/contract'
import type { Ports } from '../ports.ts'
import { cause, getRelease } from './cause.ts'
import { MACHINE } from './machine.ts'

const BATCH = 100

/** Somebody else was first, or the authority answered in between: nothing is left to do here. */
const OVERTAKEN: ReadonlySet<string> = new Set(['CONCURRENT_CHANGE', 'EVENT_NOT_ALLOWED'])

/** Returns how many filings this call moved. */
export async function sweepFilings(ports: Ports): Promise<number> {
  let moved = 0
  for (;;) {
    const now = ports.clock.now()
    const due = await ports.storage.releases.dueFilings(now, BATCH)
    let movedNow = 0
    for (const { releaseId } of due) if (await preLaunch(ports, releaseId, now)) movedNow += 1
    moved += movedNow
    if (due.length < BATCH || movedNow === 0) return moved
  }
}

/** False when the release had moved on already. */
export async function preLaunch(ports: Ports, releaseId: string, at: number): Promise<boolean> {
  try {
    const release = await getRelease(ports, releaseId)
    await cause(ports, release, [{ kind: 'preLaunched', at, actor: MACHINE }])
    return true
  } catch (error) {
    if (error instanceof AppError && OVERTAKEN.has(error.code)) return false
    throw error
  }
}
