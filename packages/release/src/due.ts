/**
 * What time alone brings about: the event that is due on a release, or none.
 *
 * A sweeper asks this of the rows whose due time has passed; since the answer is derived, nothing is
 * lost while no sweeper runs, and a second one that comes too late is refused by the sequence.
 */

import type { Actor, EventOf } from './event.ts'
import { dueAtOf } from './filing/clock.ts'
import type { Life } from './life.ts'

/** Pre-launch after the seven days, or the platform's own take-down after an order's deadline. */
export function dueEvent(
  life: Life,
  now: number,
  machine: Actor,
): EventOf<'preLaunched' | 'takenDown'> | null {
  const dueAt = nextDueAt(life)
  if (dueAt === null || now < dueAt) return null
  const kind = life.state === 'takedownOrdered' ? 'takenDown' : 'preLaunched'
  return { kind, at: now, actor: machine }
}

/** When time alone will next change this release; null when it never will. */
export function nextDueAt(life: Life): number | null {
  if (life.state === 'takedownOrdered') return life.takedown?.deadlineAt ?? null
  const awaits = life.state === 'filing' || life.state === 'materialRequested'
  return awaits && life.filing !== null ? dueAtOf(life.filing) : null
}
