/** The other releases of an app, for steps that a release cannot take without looking beside itself. */

import { AppError, type Wording } from '@fangxing/contract'
import type { EventKind } from '@fangxing/release'
import type { Release, Witness } from '@fangxing/storage'
import type { Ports } from '../ports.ts'
import { releasesOf } from './releases-of.ts'

export async function siblingsOf(ports: Ports, release: Release): Promise<readonly Release[]> {
  const siblings: Release[] = []
  for await (const other of releasesOf(ports, release.appid)) {
    if (other.id !== release.id) siblings.push(other)
  }
  return siblings
}

/** For `Alongside.unchanged`: what was decided beside them holds only while they stay as they are. */
export function toWitnesses(releases: readonly Release[]): readonly Witness[] {
  return releases.map(({ id, life }) => ({ releaseId: id, expectedSeq: life.eventCount }))
}

/** Throws EVENT_NOT_ALLOWED with the reason; nothing when there is none. */
export function assertUnobstructed(
  release: Release,
  event: EventKind,
  because: Wording | null,
): void {
  if (because === null) return
  throw new AppError('EVENT_NOT_ALLOWED', {
    releaseId: release.id,
    state: release.life.state,
    event,
    because: because.zh,
    becauseEn: because.en,
  })
}
