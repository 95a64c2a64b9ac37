/**
 * Takes the live version back: the version that served before it serves again in the same step.
 *
 * Only what served before and was never stopped can be gone back to, and nobody goes back twice in
 * a row; `@fangxing/release` says so. Source: the platform's page of the roll-back call.
 */

import { AppError } from '@fangxing/contract'
import { type Actor, rollBackObstacle, rollBackTargets } from '@fangxing/release'
import type { Release } from '@fangxing/storage'
import type { Ports } from '../ports.ts'
import { causeAnew, effectsOf, getRelease, toAppend } from './cause.ts'
import { MACHINE } from './machine.ts'
import { assertUnobstructed, siblingsOf, toWitnesses } from './siblings.ts'

export interface RollingBack {
  readonly releaseId: string
  readonly actor: Actor
  readonly note: string
  /** One of the targets; the one that served last when absent. */
  readonly toReleaseId?: string | undefined
}

export function rollBack(ports: Ports, rolling: RollingBack): Promise<Release> {
  return causeAnew(() => goBack(ports, rolling))
}

/** The versions one may go back to from this one, the one that served last first. */
export async function findRollBackTargets(
  ports: Ports,
  release: Release,
): Promise<readonly Release[]> {
  const others = await siblingsOf(ports, release)
  const lives = others.map(({ life }) => life)
  const isStuck = rollBackObstacle(release.life, lives) !== null
  return isStuck || release.life.state !== 'launched' ? [] : rollBackTargets(release.life, others)
}

async function goBack(ports: Ports, rolling: RollingBack): Promise<Release> {
  const { releaseId, actor, note, toReleaseId } = rolling
  const at = ports.clock.now()
  const release = await getRelease(ports, releaseId)
  const rolledBack = { kind: 'rolledBack', at, actor, note } as const
  effectsOf(release, [rolledBack])

  const others = await siblingsOf(ports, release)
  const lives = others.map(({ life }) => life)
  assertUnobstructed(release, 'rolledBack', rollBackObstacle(release.life, lives))
  const targets = rollBackTargets(release.life, others)
  const target = targets.find(({ id }) => toReleaseId === undefined || id === toReleaseId)
  if (target === undefined) {
    throw new AppError('REQUEST_MALFORMED', {
      fields: ['toReleaseId: is not a version that one can go back to'],
      targets: targets.map(({ id }) => id),
    })
  }
  const reinstated = { kind: 'reinstated', at, actor: MACHINE, note } as const
  const rest = others.filter(({ id }) => id !== target.id)
  await ports.storage.releases.appendAll([
    toAppend(release, [rolledBack], { unchanged: toWitnesses(rest) }),
    toAppend(target, [reinstated]),
  ])
  return getRelease(ports, releaseId)
}
