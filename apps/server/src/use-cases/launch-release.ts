/**
 * Brings an approved or pre-launched version out. The version it replaces leaves in the same step,
 * and no other version of the app may have moved meanwhile: two launches at once leave one live.
 * A standing take-down order also stops what was submitted before it.
 */

import { type Actor, isSupersededByLaunch, launchObstacle } from '@fangxing/release'
import type { Release } from '@fangxing/storage'
import type { Ports } from '../ports.ts'
import { causeAnew, effectsOf, getRelease, toAppend } from './cause.ts'
import { MACHINE } from './machine.ts'
import { assertUnobstructed, siblingsOf, toWitnesses } from './siblings.ts'

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
  const event = { kind: 'launched', at, actor, ...(note === undefined ? {} : { note }) } as const
  effectsOf(release, [event])

  const others = await siblingsOf(ports, release)
  const lives = others.map(({ life }) => life)
  assertUnobstructed(release, 'launched', launchObstacle(release.life, lives))
  const [leaving, staying] = [
    others.filter(({ life }) => isSupersededByLaunch(life.state)),
    others.filter(({ life }) => !isSupersededByLaunch(life.state)),
  ]
  const superseded = { kind: 'superseded', at, actor: MACHINE, byReleaseId: release.id } as const
  await ports.storage.releases.appendAll([
    ...leaving.map((other) => toAppend(other, [superseded])),
    toAppend(release, [event], { unchanged: toWitnesses(staying) }),
  ])
  return getRelease(ports, releaseId)
}
