/**
 * What happens while the authority looks at a filing: material is asked for and supplied, people
 * call each other, the clock stands and runs again where the policy of this filing allows it.
 */

import type { Actor, PauseReason } from '@fangxing/release'
import type { Release } from '@fangxing/storage'
import type { Ports } from '../ports.ts'
import { causeOneAnew, remarkOf } from './cause-one.ts'

interface Said {
  readonly releaseId: string
  readonly actor: Actor
  readonly note: string
}

export function requestMaterial(ports: Ports, { releaseId, actor, note }: Said): Promise<Release> {
  return causeOneAnew(ports, releaseId, { kind: 'materialRequested', actor, note })
}

export function supplyMaterial(ports: Ports, { releaseId, actor, note }: Said): Promise<Release> {
  return causeOneAnew(ports, releaseId, { kind: 'materialSupplied', actor, note })
}

/** A contact that nobody verified by a code; `checkContact` writes the verified ones. */
export function logContact(ports: Ports, { releaseId, actor, note }: Said): Promise<Release> {
  return causeOneAnew(ports, releaseId, {
    kind: 'contactLogged',
    actor,
    note,
    codeVerified: false,
  })
}

export function pauseFiling(
  ports: Ports,
  { releaseId, actor, note, reason }: Said & { readonly reason: PauseReason },
): Promise<Release> {
  return causeOneAnew(ports, releaseId, { kind: 'filingPaused', actor, note, reason })
}

export function resumeFiling(
  ports: Ports,
  { releaseId, actor, note }: Omit<Said, 'note'> & { readonly note?: string | undefined },
): Promise<Release> {
  return causeOneAnew(ports, releaseId, { kind: 'filingResumed', actor, ...remarkOf(note) })
}
