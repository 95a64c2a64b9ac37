/** What an app hears of a decision on a check. */

import type { Case, CaseDecision, CaseTold } from '@fangxing/storage'

/** WeChat has no event for a text that a person settled: receivers that know ours may look at it. */
export const DECIDED_EVENT = 'fangxing_check_decided'

/** Without the name of who decided: that stays in the house. Of a golden task nobody is told. */
export function tellDecision(decided: Case | null, decision: CaseDecision): CaseTold {
  if (decided === null) return { webhookEvents: [], pushes: [] }
  const { checkId, appid, writer, scene } = decided
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
