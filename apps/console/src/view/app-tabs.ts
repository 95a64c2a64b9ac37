/** Which tabs of an app a person sees. The server guards what is behind each of them. */

import type { App, Role } from '../api/types.ts'

export const TABS = ['overview', 'checks', 'usage', 'callbacks', 'members', 'settings'] as const

export type TabName = (typeof TABS)[number]

export type Part = App['part']

/** Open to who only looks on, by the roles that do. */
const ONLOOKERS: Readonly<Partial<Record<TabName, readonly Role[]>>> = {
  overview: ['developer', 'reviewer', 'authority', 'operator'],
  checks: ['reviewer'],
  members: ['reviewer'],
}

export function findTabs(roles: readonly Role[], part: Part): readonly TabName[] {
  if (part !== null || roles.includes('operator')) return TABS
  return TABS.filter((tab) => roles.some((role) => ONLOOKERS[tab]?.includes(role)))
}

/** Who may make another secret and say from where tokens are given. */
export function keepsSecrets(roles: readonly Role[], part: Part): boolean {
  return part === 'owner' || roles.includes('operator')
}
