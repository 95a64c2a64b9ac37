/** Cases as rows, with the name of whoever holds one at a time. */

import type { Db } from '../connection.ts'
import type { Case, WaitingFilter } from './cases.types.ts'

export function selectCases(db: Db) {
  return db
    .selectFrom('cases')
    .leftJoin('users', 'users.id', 'cases.claimed_by')
    .leftJoin(
      (query) =>
        query
          .selectFrom('corrections')
          .select(['check_id as corrected', 'verdict as right_verdict', 'label as right_label'])
          .select(['note as right_note', 'by as right_by', 'at as right_at'])
          .as('right'),
      (join) => join.onRef('right.corrected', '=', 'cases.check_id'),
    )
    .selectAll('cases')
    .selectAll('right')
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

/** A lead's correction counts in the place of what it corrects. */
function toDecision(row: CaseRow) {
  const { right_verdict, right_label, right_note, right_by, right_at } = row
  if (right_verdict !== null && right_label !== null && right_at !== null) {
    const said = { note: right_note ?? '', by: right_by ?? '', at: right_at }
    return { verdict: right_verdict, label: right_label, ...said }
  }
  return toFirstDecision(row)
}

function toFirstDecision({ verdict, final_label, note, decided_by, decided_at }: CaseRow) {
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
