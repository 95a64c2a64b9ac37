/** Brings an approved or pre-launched version out. The version it replaces leaves in the same step. */

import { type Actor, isSupersededByLaunch } from '@fangxing/release'
import type { Append, Release } from '@fangxing/storage'
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
  const launched = toAppend(release, [
    { kind: 'launched', at, actor, ...(note === undefined ? {} : { note }) },
  ])
  const superseded: Append[] = []
  for await (const other of releasesOf(ports, release.appid)) {
    if (other.id === release.id || !isSupersededByLaunch(other.life.state)) continue
    superseded.push(
      toAppend(other, [{ kind: 'superseded', at, actor: MACHINE, byReleaseId: release.id }]),
    )
  }
  await ports.storage.releases.appendAll([...superseded, launched])
  return getRelease(ports, releaseId)
}
