/**
 * Does what time alone brings about: a filing whose promised days are over goes to pre-launch, a
 * version whose take-down order has run out is taken down.
 *
 * What is due is derived, so nothing is lost while no process runs. Any number of processes may
 * sweep at once: the one that comes second is refused by the sequence and passes over the release.
 * A release that cannot be moved (its record is ahead of our clock, say) holds up no other.
 */

import { AppError } from '@fangxing/contract'
import { dueEvent } from '@fangxing/release'
import type { Ports } from '../ports.ts'
import { cause, getRelease } from './cause.ts'
import { MACHINE } from './machine.ts'

const BATCH = 100

/** Somebody else was first, the authority answered in between, or the clock is behind the record. */
const PASSED_OVER: ReadonlySet<string> = new Set([
  'CONCURRENT_CHANGE',
  'EVENT_NOT_ALLOWED',
  'CLOCK_WENT_BACK',
])

/** Returns how many releases this call moved. Each one is tried once. */
export async function sweepDue(ports: Ports): Promise<number> {
  let moved = 0
  const passedOver = new Set<string>()
  for (;;) {
    // Those that were passed over may still be due and come first: ask for as many more.
    const limit = BATCH + passedOver.size
    const due = await ports.storage.releases.dueFilings(ports.clock.now(), limit)
    for (const { releaseId } of due.filter((found) => !passedOver.has(found.releaseId))) {
      if (await moveIfDue(ports, releaseId)) moved += 1
      else passedOver.add(releaseId)
    }
    if (due.length < limit) return moved
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
    if (error instanceof AppError && PASSED_OVER.has(error.code)) return false
    throw error
  }
}
