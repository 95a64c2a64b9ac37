/** How many withdrawals an app has left, today and this month, and from when there are more. */

import { AppError } from '@fangxing/contract'
import { monthStart, type WithdrawQuota, withdrawQuota } from '@fangxing/release'
import type { Ports } from '../ports.ts'

/** One query, however many apps. */
export async function withdrawQuotas(
  ports: Ports,
  appids: readonly string[],
): Promise<(appid: string) => WithdrawQuota> {
  const now = ports.clock.now()
  const past = await ports.storage.releases.withdrawals([...new Set(appids)], monthStart(now))
  return (appid) => withdrawQuota(past.get(appid) ?? [], now)
}

/** Throws WITHDRAW_QUOTA_USED with the time of the next one. */
export async function assertWithdrawalLeft(ports: Ports, appid: string): Promise<void> {
  const { leftToday, leftThisMonth, nextAt } = (await withdrawQuotas(ports, [appid]))(appid)
  if (leftToday === 0) throw new AppError('WITHDRAW_QUOTA_USED', { leftThisMonth, nextAt })
}
