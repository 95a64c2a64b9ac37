/** Whose turn a release is at, as this person sees it. */

import type { Release, Role, Turn } from '../api/types.ts'

/** In the order of a release's life. */
export const TURNS = [
  'developer',
  'machine',
  'reviewer',
  'authority',
  'operator',
  'nobody',
] as const

/** `mine`: the person has the role whose turn it is, and there is something they may do. */
export function turnOf(
  { whoseTurn, allowed }: Pick<Release, 'whoseTurn' | 'allowed'>,
  roles: readonly Role[],
): Turn | 'mine' {
  const isMine = roles.some((role) => role === whoseTurn) && allowed.length > 0
  return isMine ? 'mine' : whoseTurn
}
