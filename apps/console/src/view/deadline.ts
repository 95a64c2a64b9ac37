/**
 * What ends when, for a case on the authority's desk, and how urgent it is.
 *
 * A filing ends in pre-launch, an order in a take-down by the machine. A case without an end (no
 * promise, a standing clock, material asked for without one) waits until somebody acts.
 */

import type { Release } from '../api/types.ts'
import type { Tone } from './tones.ts'

const DAY_MS = 86_400_000

export interface Deadline {
  readonly endsAt: number | null
  readonly leftMs: number | null
  /** 0 at the start, 1 at the end; null where there is no end. */
  readonly share: number | null
  /** What happens atEnd: a key of the texts. */
  readonly atEnd: 'preLaunch' | 'takenDown' | 'nothing' | 'standing' | 'mayObject' | 'yourAnswer'
  readonly tone: Tone
}

type Case = Pick<Release, 'state' | 'filing' | 'takedown'>

export function deadlineOf({ state, filing, takedown }: Case, now: number): Deadline {
  if (state === 'takedownOrdered' && takedown !== null) {
    return endAt(takedown.orderedAt, takedown.deadlineAt, 'takenDown', now)
  }
  if (state === 'rectified') return endless('yourAnswer', 'amber')
  if (state === 'preLaunch') return endless('mayObject', 'violet')
  if (filing === null || filing.outcome !== 'open') return endless('nothing', 'grey')
  if (filing.dueAt === null) {
    return endless(filing.pausedSince == null ? 'nothing' : 'standing', 'grey')
  }
  return endAt(filing.noticeAt, filing.dueAt, 'preLaunch', now)
}

function endAt(from: number, endsAt: number, atEnd: Deadline['atEnd'], now: number): Deadline {
  const leftMs = Math.max(0, endsAt - now)
  const share = Math.min(1, Math.max(0, (now - from) / Math.max(1, endsAt - from)))
  return { endsAt, leftMs, share, atEnd, tone: toneOf(leftMs) }
}

function endless(atEnd: Deadline['atEnd'], tone: Tone): Deadline {
  return { endsAt: null, leftMs: null, share: null, atEnd, tone }
}

function toneOf(leftMs: number): Tone {
  if (leftMs < DAY_MS) return 'red'
  return leftMs < 3 * DAY_MS ? 'amber' : 'green'
}
