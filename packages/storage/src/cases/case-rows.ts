/** Cases as rows, with the name of whoever holds one at a time. */

import type { Db } from '../connection.ts'
import type { Case, WaitingFilter } from './cases.types.ts'

export function selectCases(db: Db) {
  return db
    .selectFrom('cases')
    .leftJoin('users', 'users.id', 'cases.claimed_by')
    .selectAll('cases')
    .select('users.name as claimed_name')
}

type CaseRow = Awaited<ReturnType<ReturnType<typeof selectCases>['executeTakeFirstOrThrow']>>

export function toCase(row: CaseRow, now: number): Case {
  const { appid, writer, scene, label } = row
  return {
    ...{ appid, writer, scene, label },
    checkId: row.check_id,
    openedAt: row.opened_at,
    claim: toClaim(row, now),
    decision: toDecision(row),
  }
}

function toClaim(row: CaseRow, now: number): Case['claim'] {
  const { claimed_by, claimed_name, fence, claim_until } = row
  if (claimed_by === null || claimed_name === null) return null
  if (row.verdict !== null || claim_until <= now) return null
  return { userId: claimed_by, userName: claimed_name, fence, expiresAt: claim_until }
}

function toDecision({ verdict, final_label, note, decided_by, decided_at }: CaseRow) {
  if (verdict === null || final_label === null || decided_at === null) return null
  return { verdict, label: final_label, note: note ?? '', by: decided_by ?? '', at: decided_at }
}

/** The equalities of a filter, for any query over `cases`. */
export function equalities(
  filter: WaitingFilter,
): readonly ['appid' | 'label' | 'scene', unknown][] {
  const { appid, label, scene } = filter
  const named = Object.entries({ appid, label, scene }) as ['appid' | 'label' | 'scene', unknown][]
  return named.filter(([, value]) => value !== undefined)
}
