/** Which pages a person sees, by their roles. The server guards every call; this only hides doors. */

import type { Role } from '../api/types.ts'

export const PAGES = [
  'work',
  'notices',
  'releases',
  'apps',
  'check',
  'cases',
  'terms',
  'users',
] as const

export type PageName = (typeof PAGES)[number]

const EVERYBODY: readonly Role[] = ['developer', 'reviewer', 'authority', 'operator']

export const ROLES = EVERYBODY

const SEEN_BY: Readonly<Record<PageName, readonly Role[]>> = {
  work: EVERYBODY,
  notices: ['developer', 'authority'],
  releases: EVERYBODY,
  apps: EVERYBODY,
  check: ['developer', 'reviewer', 'operator'],
  cases: ['reviewer', 'operator'],
  terms: ['operator'],
  users: ['operator'],
}

export function findPages(roles: readonly Role[]): readonly PageName[] {
  return PAGES.filter((page) => canSee(page, roles))
}

export function canSee(page: PageName, roles: readonly Role[]): boolean {
  return roles.some((role) => SEEN_BY[page].includes(role))
}
