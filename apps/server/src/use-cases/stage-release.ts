/**
 * Bringing a version out to a share of the users, and ending that.
 *
 * One version is staged at a time, beside the one that serves everybody; so the other versions of
 * the app must not have moved since they were looked at.
 */

import { type Actor, greyLaunchObstacle } from '@fangxing/release'
import type { Release } from '@fangxing/storage'
import type { Ports } from '../ports.ts'
import { cause, causeAnew, effectsOf, getRelease } from './cause.ts'
import { causeOneAnew, remarkOf } from './cause-one.ts'
import { assertUnobstructed, siblingsOf, toWitnesses } from './siblings.ts'

export interface Staging {
  readonly releaseId: string
  readonly actor: Actor
  /** A whole number from 0 to 100; it can only grow. */
  readonly percentage: number
}

export function stageRelease(ports: Ports, staging: Staging): Promise<Release> {
  return causeAnew(() => stage(ports, staging))
}

async function stage(ports: Ports, { releaseId, actor, percentage }: Staging): Promise<Release> {
  const release = await getRelease(ports, releaseId)
  const event = { kind: 'greyLaunched', at: ports.clock.now(), actor, percentage } as const
  effectsOf(release, [event])

  const others = await siblingsOf(ports, release)
  const lives = others.map(({ life }) => life)
  assertUnobstructed(release, 'greyLaunched', greyLaunchObstacle(release.life, lives))
  return cause(ports, release, [event], { unchanged: toWitnesses(others) })
}

export function cancelStaging(
  ports: Ports,
  { releaseId, actor, note }: { releaseId: string; actor: Actor; note?: string | undefined },
): Promise<Release> {
  return causeOneAnew(ports, releaseId, { kind: 'greyCancelled', actor, ...remarkOf(note) })
}
