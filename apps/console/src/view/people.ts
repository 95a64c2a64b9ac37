/** Which pages a person sees, by their roles. The server guards every call; this only hides doors. */

import type { Role } from '../api/types.ts'

export const PAGES = [
  'work',
  'notices',
  'queue',
  'releases',
  'apps',
  'materials',
  'check',
  'cases',
  'quality',
  'terms',
  'users',
  'authority',
  'operate',
] as const

export type PageName = (typeof PAGES)[number]

const EVERYBODY: readonly Role[] = ['developer', 'reviewer', 'authority', 'operator']

export const ROLES = EVERYBODY

const SEEN_BY: Readonly<Record<PageName, readonly Role[]>> = {
  work: EVERYBODY,
  notices: ['developer', 'authority'],
  queue: ['reviewer', 'operator'],
  releases: EVERYBODY,
  apps: EVERYBODY,
  materials: ['developer', 'reviewer', 'operator'],
  check: ['developer', 'reviewer', 'operator'],
  cases: ['reviewer', 'operator'],
  quality: ['reviewer', 'operator'],
  terms: ['operator'],
  users: ['operator'],
  authority: ['authority', 'operator'],
  operate: ['operator'],
}

export function findPages(roles: readonly Role[]): readonly PageName[] {
  return PAGES.filter((page) => canSee(page, roles))
}

export function canSee(page: PageName, roles: readonly Role[]): boolean {
  return roles.some((role) => SEEN_BY[page].includes(role))
}
