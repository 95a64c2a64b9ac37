/**
 * A person settles what the machine left in doubt. The app hears it: its webhook as
 * `check.decided`, its WeChat callback as an event of our own with the fields of `wxa_media_check`.
 *
 * The check's record stays as it was answered; the decision stands beside it under the same id.
 */

import { AppError, type Label } from '@fangxing/contract'
import type { Case, User } from '@fangxing/storage'
import { decideItem } from '../desk/decide-item.ts'
import type { Ports } from '../ports.ts'

export interface Settlement {
  readonly fence: number
  readonly verdict: 'pass' | 'risky'
  /** As the machine suspected when absent. Of what passes it is always 100. */
  readonly label?: Label | undefined
  readonly note: string
}

export async function decideCase(
  ports: Ports,
  checkId: string,
  user: User,
  settlement: Settlement,
): Promise<Case> {
  const { cases } = ports.storage
  const found = await cases.find(checkId, ports.clock.now())
  if (found === null) throw new AppError('CASE_NOT_FOUND', { checkId })
  await decideItem(ports, checkId, user, { ...settlement, clauses: [], spentMs: null })
  return (await cases.find(checkId, ports.clock.now())) ?? found
}
