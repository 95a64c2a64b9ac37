/**
 * By when somebody has to act on a release, and what happens when nobody does.
 *
 * `dueAt` is null where no end is promised. The words of `silence` are keys of the texts. Pure; the
 * times themselves are the server's.
 */

import type { Release, ReleaseState } from '../api/types.ts'

export const SILENCES = [
  'nothing',
  'machine',
  'waits',
  'preLaunch',
  'unpromised',
  'mayObject',
  'takenDown',
  'staysDown',
  'replaced',
] as const

export type Silence = (typeof SILENCES)[number]

export interface Outlook {
  readonly dueAt: number | null
  readonly silence: Silence
  /** The time of `dueAt` is over. */
  readonly isOver: boolean
}

const SILENCE_OF: Readonly<Record<ReleaseState, Silence>> = {
  draft: 'nothing',
  machineReview: 'machine',
  humanReview: 'waits',
  delayed: 'waits',
  rejected: 'nothing',
  appealed: 'waits',
  withdrawn: 'nothing',
  filing: 'unpromised',
  materialRequested: 'unpromised',
  filingRejected: 'nothing',
  approved: 'nothing',
  preLaunch: 'mayObject',
  greyLaunch: 'nothing',
  launched: 'nothing',
  takedownOrdered: 'takenDown',
  takenDown: 'staysDown',
  rectified: 'waits',
  superseded: 'replaced',
  rolledBack: 'replaced',
}

type Known = Pick<Release, 'state' | 'filing' | 'takedown'>

export function outlookOf({ state, filing, takedown }: Known, now: number): Outlook {
  const dueAt = dueOf(state, filing, takedown)
  const isFiling = state === 'filing' || state === 'materialRequested'
  const silence = isFiling && dueAt !== null ? 'preLaunch' : SILENCE_OF[state]
  return { dueAt, silence, isOver: dueAt !== null && now >= dueAt }
}

function dueOf(
  state: ReleaseState,
  filing: Known['filing'],
  takedown: Known['takedown'],
): number | null {
  if (state === 'filing' || state === 'materialRequested') return filing?.dueAt ?? null
  if (state === 'takedownOrdered') return takedown?.deadlineAt ?? null
  return null
}
