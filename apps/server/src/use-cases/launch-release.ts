/**
 * Brings an approved or pre-launched version out. The version it replaces leaves in the same step,
 * and no other version of the app may have moved meanwhile: two launches at once leave one live.
 */

import { type Actor, isSupersededByLaunch } from '@fangxing/release'
import type { Append, Release, Witness } from '@fangxing/storage'
import type { Ports } from '../ports.ts'
import { causeAnew, getRelease, toAppend } from './cause.ts'
import { MACHINE } from './machine.ts'
import { releasesOf } from './releases-of.ts'

export interface Launching {
  readonly releaseId: string
  readonly actor: Actor
  readonly note?: string | undefined
}

export function launchRelease(ports: Ports, launching: Launching): Promise<Release> {
  return causeAnew(() => launch(ports, launching))
}

async function launch(ports: Ports, { releaseId, actor, note }: Launching): Promise<Release> {
  const at = ports.clock.now()
  const release = await getRelease(ports, releaseId)
  const superseded: Append[] = []
  const unchanged: Witness[] = []
  for await (const other of releasesOf(ports, release.appid)) {
    if (other.id === release.id) continue
    if (isSupersededByLaunch(other.life.state)) {
      const event = { kind: 'superseded', at, actor: MACHINE, byReleaseId: release.id } as const
      superseded.push(toAppend(other, [event]))
    } else {
      unchanged.push({ releaseId: other.id, expectedSeq: other.life.eventCount })
    }
  }
  const event = { kind: 'launched', at, actor, ...(note === undefined ? {} : { note }) } as const
  const launched = toAppend(release, [event], { unchanged })
  await ports.storage.releases.appendAll([...superseded, launched])
  return getRelease(ports, releaseId)
}
