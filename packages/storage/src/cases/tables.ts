/** The tables of cases and proposals as Kysely sees them. */

import type { Label } from '@fangxing/contract'
import type { Generated, GeneratedAlways } from 'kysely'
import type { CheckedKind } from '../checks/checks.types.ts'
import type { Json } from '../stored-text.ts'
import type { ListChange } from './cases.types.ts'

export interface CaseTables {
  cases: {
    n: GeneratedAlways<number>
    check_id: string
    appid: string
    writer: string | null
    scene: number
    label: Label
    opened_at: number
    claimed_by: string | null
    fence: Generated<number>
    claim_until: Generated<number>
    verdict: 'pass' | 'risky' | null
    final_label: Label | null
    note: string | null
    decided_by: string | null
    decided_at: number | null
    kind: Generated<CheckedKind>
    awaits_second: Generated<boolean>
    content_key: string | null
  }
  proposals: {
    n: GeneratedAlways<number>
    id: string
    check_id: string
    change: Json<ListChange>
    proposed_by: string
    proposed_at: number
    answer: 'agreed' | 'refused' | null
    answered_by: string | null
    answered_at: number | null
    edition: number | null
  }
}
