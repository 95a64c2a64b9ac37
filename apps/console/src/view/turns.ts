/** Counts releases by whose turn it is, for the first screen. */

import type { Release, Role, Turn } from '../api/types.ts'

export const TURNS = [
  'developer',
  'machine',
  'reviewer',
  'authority',
  'operator',
  'nobody',
] as const

export interface TurnCount {
  readonly turn: Turn
  readonly count: number
  /** The person looking at it can act. */
  readonly isMine: boolean
}

/** Own turns first, then in the order of a release's life; turns without a release are left out. */
export function countTurns(
  releases: readonly Pick<Release, 'whoseTurn'>[],
  roles: readonly Role[],
): readonly TurnCount[] {
  const counts = new Map<Turn, number>()
  for (const { whoseTurn } of releases) {
    counts.set(whoseTurn, (counts.get(whoseTurn) ?? 0) + 1)
  }
  return TURNS.map((turn) => ({
    turn,
    count: counts.get(turn) ?? 0,
    isMine: roles.some((role) => role === turn),
  }))
    .filter(({ count, isMine }) => count > 0 || isMine)
    .sort((a, b) => Number(b.isMine) - Number(a.isMine))
}

/** Releases that wait for this person, the one waiting longest first. */
export function findMine<Item extends Pick<Release, 'whoseTurn' | 'changedAt'>>(
  releases: readonly Item[],
  roles: readonly Role[],
): readonly Item[] {
  return releases
    .filter(({ whoseTurn }) => roles.some((role) => role === whoseTurn))
    .sort((a, b) => a.changedAt - b.changedAt)
}

/** `mine`: the person has the role whose turn it is, and there is something they may do. */
export function turnOf(
  { whoseTurn, allowed }: Pick<Release, 'whoseTurn' | 'allowed'>,
  roles: readonly Role[],
): Turn | 'mine' {
  const isMine = roles.some((role) => role === whoseTurn) && allowed.length > 0
  return isMine ? 'mine' : whoseTurn
}
