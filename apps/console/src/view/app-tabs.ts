/** Which tabs of an app a person sees. The server guards what is behind each of them. */

import type { Role } from '../api/types.ts'

export const TABS = ['overview', 'checks', 'usage', 'callbacks', 'members', 'settings'] as const

export type TabName = (typeof TABS)[number]

const INSIDE: readonly Role[] = ['developer', 'operator']
const HOUSE: readonly Role[] = ['developer', 'reviewer', 'operator']

const SEEN_BY: Readonly<Record<TabName, readonly Role[] | 'everybody'>> = {
  overview: 'everybody',
  checks: HOUSE,
  usage: INSIDE,
  callbacks: INSIDE,
  members: HOUSE,
  settings: INSIDE,
}

export function findTabs(roles: readonly Role[]): readonly TabName[] {
  return TABS.filter((tab) => {
    const seenBy = SEEN_BY[tab]
    return seenBy === 'everybody' || roles.some((role) => seenBy.includes(role))
  })
}
