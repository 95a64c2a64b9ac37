/**
 * A person settles what the machine left in doubt. The app hears it: its webhook as
 * `check.decided`, its WeChat callback as an event of our own with the fields of `wxa_media_check`.
 *
 * The check's record stays as it was answered; the decision stands beside it under the same id.
 */

import { AppError, type Label } from '@fangxing/contract'
import type { Case, CaseTold, User } from '@fangxing/storage'
import type { Ports } from '../ports.ts'

export interface Settlement {
  readonly fence: number
  readonly verdict: 'pass' | 'risky'
  /** As the machine suspected when absent. Of what passes it is always 100. */
  readonly label?: Label | undefined
  readonly note: string
}

const NORMAL: Label = 100

/** WeChat has no event for a text that a person settled: receivers that know ours may look at it. */
export const DECIDED_EVENT = 'fangxing_check_decided'

export async function decideCase(
  ports: Ports,
  checkId: string,
  user: User,
  { fence, verdict, label, note }: Settlement,
): Promise<Case> {
  const at = ports.clock.now()
  const { cases } = ports.storage
  const found = await cases.find(checkId, at)
  if (found === null) throw new AppError('CASE_NOT_FOUND', { checkId })
  const settled = verdict === 'pass' ? NORMAL : (label ?? found.label)
  const proof = { userId: user.id, fence, now: at }
  const decision = { verdict, label: settled, note, by: user.name, at }
  return cases.decide(checkId, proof, decision, tellDecided)
}

/** Without the name of who decided: that stays in the house. */
function tellDecided({ checkId, appid, writer, scene, decision }: Case): CaseTold {
  if (decision === null) return { webhookEvents: [], pushes: [] }
  const { verdict, label, note, at } = decision
  const result = { suggest: verdict, label }
  return {
    webhookEvents: [
      {
        kind: 'check.decided',
        at,
        body: { traceId: checkId, openid: writer, scene, ...result, note },
      },
    ],
    pushes: [
      {
        event: DECIDED_EVENT,
        at,
        fields: { appid, trace_id: checkId, version: 2, errcode: 0, errmsg: 'ok', result },
      },
    ],
  }
}
