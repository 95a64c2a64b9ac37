/** The caller as the actor of an event, and what a caller may see at all. */

import { AppError } from '@fangxing/contract'
import type { Actor } from '@fangxing/release'
import type { App as MiniProgram, Release } from '@fangxing/storage'
import { type Caller, type Entrant, rolesOf } from '../http/access.ts'

/** Acts under the caller's first role that the list names. The route has checked that there is one. */
export function toActor(caller: Caller, entrants: readonly Entrant[]): Actor {
  const kind = rolesOf(caller).find((role) => entrants.includes(role))
  if (kind === undefined || caller.kind === 'nobody') {
    throw new AppError('NOT_ALLOWED', { needed: entrants })
  }
  if (caller.kind === 'app') return { kind, id: caller.appid, name: caller.appid }
  return { kind, id: caller.user.id, name: caller.user.name }
}

/** Throws as if the release did not exist when it is none of the caller's. */
export function assertSeesRelease(caller: Caller, release: Release): void {
  if (!seesRelease(caller, release))
    throw new AppError('RELEASE_NOT_FOUND', { releaseId: release.id })
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
  const region = onlyRegionOf(caller)
  const sees =
    caller.kind === 'app' ? caller.appid === appid : region === null || region === subject.region
  if (!sees) throw new AppError('APP_NOT_FOUND', { appid })
}

/** An app's token sees its own; the authority what was submitted in its region; others everything. */
function seesRelease(caller: Caller, { appid, life }: Release): boolean {
  if (caller.kind === 'app') return caller.appid === appid
  const region = onlyRegionOf(caller)
  return region === null || life.submissions.at(-1)?.subject.region === region
}

/** The region outside which the caller sees nothing; null when there is no such bound. */
export function onlyRegionOf(caller: Caller): string | null {
  if (caller.kind !== 'user') return null
  const isAuthorityOnly = caller.user.roles.every((role) => role === 'authority')
  return isAuthorityOnly ? caller.user.region : null
}
