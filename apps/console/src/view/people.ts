/**
 * Which pages a person sees, by their roles, and where they start. The server guards every call;
 * this only hides doors.
 */

import type { Role } from '../api/types.ts'

/** In groups: what waits, what there is, what was, how it runs. */
const GROUPS = [
  ['queue', 'authority', 'notices'],
  ['releases', 'apps', 'materials', 'check'],
  ['cases', 'quality'],
  ['operate', 'terms', 'users'],
] as const

export type PageName = (typeof GROUPS)[number][number]

export const ROLES: readonly Role[] = ['developer', 'reviewer', 'authority', 'operator']

const SEEN_BY: Readonly<Record<PageName, readonly Role[]>> = {
  notices: ['developer', 'authority'],
  queue: ['reviewer', 'operator'],
  releases: ROLES,
  apps: ROLES,
  materials: ['developer', 'reviewer', 'operator'],
  check: ['developer', 'reviewer', 'operator'],
  cases: ['reviewer', 'operator'],
  quality: ['reviewer'],
  terms: ['operator'],
  users: ['operator'],
  authority: ['authority', 'operator'],
  operate: ['operator'],
}

/** Groups in which nothing is seen are left out. */
export function findPages(roles: readonly Role[]): readonly (readonly PageName[])[] {
  return GROUPS.map((group) => group.filter((page) => canSee(page, roles))).filter(
    (group) => group.length > 0,
  )
}

export function canSee(page: PageName, roles: readonly Role[]): boolean {
  return roles.some((role) => SEEN_BY[page].includes(role))
}

/** Where what waits for this person stands; with several roles, where others wait for them. */
export function startOf(roles: readonly Role[]): string {
  const [first] = STARTS.filter(([role]) => roles.includes(role))
  return first?.[1] ?? '/releases'
}

const STARTS: readonly (readonly [Role, string])[] = [
  ['reviewer', '/queue'],
  ['authority', '/authority'],
  ['developer', '/releases?turn=developer'],
  ['operator', '/operate'],
]
