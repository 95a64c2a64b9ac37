/**
 * Does what time alone brings about: a filing whose promised days are over goes to pre-launch, a
 * version whose take-down order has run out is taken down.
 *
 * What is due is derived, so nothing is lost while no process runs. Any number of processes may
 * sweep at once: the one that comes second is refused by the sequence and passes over the release.
 */

import { AppError } from '@fangxing/contract'
import { dueEvent } from '@fangxing/release'
import type { Ports } from '../ports.ts'
import { cause, getRelease } from './cause.ts'
import { MACHINE } from './machine.ts'

const BATCH = 100

/** Somebody else was first, or the authority answered in between: nothing is left to do here. */
const OVERTAKEN: ReadonlySet<string> = new Set(['CONCURRENT_CHANGE', 'EVENT_NOT_ALLOWED'])

/** Returns how many releases this call moved. */
export async function sweepDue(ports: Ports): Promise<number> {
  let moved = 0
  for (;;) {
    const due = await ports.storage.releases.dueFilings(ports.clock.now(), BATCH)
    let movedNow = 0
    for (const { releaseId } of due) if (await moveIfDue(ports, releaseId)) movedNow += 1
    moved += movedNow
    if (due.length < BATCH || movedNow === 0) return moved
  }
}

/** False when nothing is due any more. */
export async function moveIfDue(ports: Ports, releaseId: string): Promise<boolean> {
  const release = await getRelease(ports, releaseId)
  const event = dueEvent(release.life, ports.clock.now(), MACHINE)
  if (event === null) return false
  try {
    await cause(ports, release, [event])
    return true
  } catch (error) {
    if (error instanceof AppError && OVERTAKEN.has(error.code)) return false
    throw error
  }
}
