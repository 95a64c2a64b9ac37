/** The inbox: what a count of unread notices says, and what a notice still asks for. */

import type { Notice } from '../api/portal-types.ts'

/** As many are counted; more is only said to be more. */
export const MOST_COUNTED = 99

/** Empty when nothing is unread: then no badge is shown. */
export function badgeOf(count: number): string {
  if (count === 0) return ''
  return count > MOST_COUNTED ? `${MOST_COUNTED}+` : String(count)
}

/** The end that a notice names is still ahead. */
export function isPressing({ byAt }: Pick<Notice, 'byAt'>, now: number): boolean {
  return byAt !== null && byAt > now
}
