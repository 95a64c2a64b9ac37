/** An order to take a version down, and the act that follows it. */

import type { Actor } from '@fangxing/release'
import type { Release } from '@fangxing/storage'
import type { Ports } from '../ports.ts'
import { cause, causeAnew, getRelease } from './cause.ts'

export async function orderTakedown(
  ports: Ports,
  order: { releaseId: string; actor: Actor; note: string; deadlineAt: number },
): Promise<Release> {
  const { releaseId, actor, note, deadlineAt } = order
  return causeAnew(async () =>
    cause(ports, await getRelease(ports, releaseId), [
      { kind: 'takedownOrdered', at: ports.clock.now(), actor, note, deadlineAt },
    ]),
  )
}

export async function reportTakenDown(
  ports: Ports,
  { releaseId, actor, note }: { releaseId: string; actor: Actor; note?: string | undefined },
): Promise<Release> {
  const release = await getRelease(ports, releaseId)
  return cause(ports, release, [
    { kind: 'takenDown', at: ports.clock.now(), actor, ...(note === undefined ? {} : { note }) },
  ])
}
