/**
 * Takes a submission back. A filing under way is aborted; a later submission starts it anew.
 *
 * What the life refuses is said before the quota is counted: nobody is told of a quota when there is
 * nothing to withdraw.
 */

import type { Actor } from '@fangxing/release'
import type { Release } from '@fangxing/storage'
import type { Ports } from '../ports.ts'
import { cause, causeAnew, effectsOf, getRelease } from './cause.ts'
import { assertWithdrawalLeft } from './withdraw-quota.ts'

export interface Withdrawing {
  readonly releaseId: string
  readonly actor: Actor
  readonly note?: string | undefined
}

export function withdrawRelease(ports: Ports, withdrawing: Withdrawing): Promise<Release> {
  return causeAnew(() => withdraw(ports, withdrawing))
}

async function withdraw(ports: Ports, { releaseId, actor, note }: Withdrawing): Promise<Release> {
  const at = ports.clock.now()
  const release = await getRelease(ports, releaseId)
  const withdrawn = {
    kind: 'withdrawn',
    at,
    actor,
    ...(note === undefined ? {} : { note }),
  } as const
  effectsOf(release, [withdrawn])
  await assertWithdrawalLeft(ports, release.appid)
  return cause(ports, release, [withdrawn])
}
