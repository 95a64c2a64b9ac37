/**
 * The caller as the actor of an event, and what a caller may see at all.
 *
 * Whoever is developer acts and sees as one on the apps they are members of; on others they have
 * their further roles only, and without any they are answered as if nothing were there.
 */

import { AppError } from '@fangxing/contract'
import type { Actor } from '@fangxing/release'
import type { App as MiniProgram, Release, Role } from '@fangxing/storage'
import { type Caller, type Entrant, rolesOf } from '../http/access.ts'

/** Acts under the caller's first role at this app that the list names. Throws NOT_ALLOWED. */
export function toActor(caller: Caller, entrants: readonly Entrant[], appid?: string): Actor {
  const roles = appid === undefined ? rolesOf(caller) : rolesAt(caller, appid)
  const kind = roles.find((role) => entrants.includes(role))
  if (kind === undefined || caller.kind === 'nobody') {
    throw new AppError('NOT_ALLOWED', { needed: entrants })
  }
  if (caller.kind === 'app') return { kind, id: caller.appid, name: caller.appid }
  return { kind, id: caller.user.id, name: caller.user.name }
}

/** The roles that count at this app. */
export function rolesAt(caller: Caller, appid: string): readonly Role[] {
  if (caller.kind === 'app') return caller.appid === appid ? ['developer'] : []
  if (caller.kind === 'nobody') return []
  const isMember = caller.memberOf.has(appid)
  return caller.user.roles.filter((role) => role !== 'developer' || isMember)
}

/** An operator, or an owner of the app: who its members are and what its secret is. */
export function assertOwner(caller: Caller, appid: string): void {
  if (caller.kind !== 'user') throw new AppError('NOT_ALLOWED', { needed: ['owner'] })
  const roles = rolesAt(caller, appid)
  const isOwner = roles.includes('developer') && caller.memberOf.get(appid) === 'owner'
  if (!isOwner && !roles.includes('operator')) {
    throw new AppError('NOT_ALLOWED', { needed: ['owner', 'operator'] })
  }
}

/** Throws as if the release did not exist when it is none of the caller's. */
export function assertSeesRelease(caller: Caller, release: Release): void {
  if (!seesRelease(caller, release)) {
    throw new AppError('RELEASE_NOT_FOUND', { releaseId: release.id })
  }
}

export function seesRelease(caller: Caller, { appid, life }: Release): boolean {
  return isSeen(caller, appid, life.submissions.at(-1)?.subject.region ?? null)
}

/** Who acts as authority acts in its own region only, whatever other roles let it see. */
export function assertActsHere(caller: Caller, actor: Actor, { id, life }: Release): void {
  if (actor.kind !== 'authority' || caller.kind !== 'user') return
  const { region } = caller.user
  const subjectRegion = life.submissions.at(-1)?.subject.region
  if (region === null || region === subjectRegion) return
  throw new AppError('NOT_ALLOWED', { releaseId: id, region, subjectRegion })
}

export function assertSeesApp(caller: Caller, { appid, subject }: MiniProgram): void {
  if (!isSeen(caller, appid, subject.region)) throw new AppError('APP_NOT_FOUND', { appid })
}

/** Apps of one's own, and whatever was handed in in one's region; null when nothing is hidden. */
export interface Sight {
  readonly appids: readonly string[]
  readonly region: string | null
}

/**
 * An app's token sees its own; a developer the apps they are members of; the authority what was
 * submitted in its region; reviewers and operators everything.
 */
export function sightOf(caller: Caller): Sight | null {
  if (caller.kind === 'nobody') return { appids: [], region: null }
  if (caller.kind === 'app') return { appids: [caller.appid], region: null }
  const { roles, region } = caller.user
  if (isOfTheHouse(roles)) return null
  const isAuthority = roles.includes('authority')
  if (isAuthority && region === null) return null
  return { appids: [...caller.memberOf.keys()], region: isAuthority ? region : null }
}

export function isSeen(caller: Caller, appid: string, region: string | null): boolean {
  const sight = sightOf(caller)
  if (sight === null || sight.appids.includes(appid)) return true
  return sight.region !== null && sight.region === region
}

/**
 * The apps outside which the caller sees no content of users; null when there is no such bound.
 * The authority is of no app: what a filing needs lies with its version, none of it is a check.
 */
export function onlyAppsOf(caller: Caller): readonly string[] | null {
  if (caller.kind === 'nobody') return []
  if (caller.kind === 'app') return [caller.appid]
  const { roles } = caller.user
  return isOfTheHouse(roles) ? null : [...caller.memberOf.keys()]
}

/** For a list of content: the app that was asked for, as far as the caller sees it, or all they see. */
export function contentBounds(
  caller: Caller,
  appid: string | undefined,
): { readonly appid?: string | undefined; readonly appids?: readonly string[] } {
  if (caller.kind === 'app') return { appid: caller.appid }
  const only = onlyAppsOf(caller)
  if (only === null || (appid !== undefined && only.includes(appid))) return { appid }
  return { appids: appid === undefined ? only : [] }
}

/** Whether the caller sees content of this app; of none when null. */
export function seesContentOf(caller: Caller, appid: string | null): boolean {
  const only = onlyAppsOf(caller)
  return only === null || (appid !== null && only.includes(appid))
}

function isOfTheHouse(roles: readonly Role[]): boolean {
  return roles.includes('reviewer') || roles.includes('operator')
}
