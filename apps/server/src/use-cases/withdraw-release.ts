/**
 * Takes a submission back. A filing under way is aborted; a later submission starts it anew.
 *
 * What the life refuses is said before the quota is counted: nobody is told of a quota when there is
 * nothing to withdraw.
 */

import { AppError } from '@fangxing/contract'
import { type Actor, monthStart, withdrawQuota } from '@fangxing/release'
import type { Release } from '@fangxing/storage'
import type { Ports } from '../ports.ts'
import { cause, causeAnew, effectsOf, getRelease } from './cause.ts'

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
  await assertQuotaLeft(ports, release.appid, at)
  return cause(ports, release, [withdrawn])
}

async function assertQuotaLeft(ports: Ports, appid: string, now: number): Promise<void> {
  const past = await ports.storage.releases.withdrawals([appid], monthStart(now))
  const { leftToday, leftThisMonth, nextAt } = withdrawQuota(past.get(appid) ?? [], now)
  if (leftToday === 0) throw new AppError('WITHDRAW_QUOTA_USED', { leftThisMonth, nextAt })
}
