/**
 * What follows a take-down order: it is lifted, or the version is rectified, and a person confirms
 * that it may serve again or refuses.
 */

import { AppError } from '@fangxing/contract'
import type { Actor } from '@fangxing/release'
import type { Release } from '@fangxing/storage'
import type { Ports } from '../ports.ts'
import { getRelease } from './cause.ts'
import { causeOne, causeOneAnew, remarkOf } from './cause-one.ts'

interface Said {
  readonly releaseId: string
  readonly actor: Actor
  readonly note: string
}

export function liftTakedown(ports: Ports, { releaseId, actor, note }: Said): Promise<Release> {
  return causeOne(ports, releaseId, { kind: 'takedownLifted', actor, note })
}

export function reportRectified(ports: Ports, { releaseId, actor, note }: Said): Promise<Release> {
  return causeOneAnew(ports, releaseId, { kind: 'rectified', actor, note })
}

export function refuseRectification(
  ports: Ports,
  { releaseId, actor, note }: Said,
): Promise<Release> {
  return causeOne(ports, releaseId, { kind: 'rectificationRefused', actor, note })
}

/** Only after a rectification: a superseded version comes back by rolling back, not from here. */
export async function confirmRectification(
  ports: Ports,
  { releaseId, actor, note }: Omit<Said, 'note'> & { readonly note?: string | undefined },
): Promise<Release> {
  const { state } = (await getRelease(ports, releaseId)).life
  if (state !== 'rectified') {
    throw new AppError('EVENT_NOT_ALLOWED', { releaseId, state, event: 'reinstated', allowed: [] })
  }
  return causeOne(ports, releaseId, { kind: 'reinstated', actor, ...remarkOf(note) })
}
