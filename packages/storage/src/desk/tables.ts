/** The tables of the reviewer's desk as Kysely sees them. */

import type { Label } from '@fangxing/contract'
import type { Generated, GeneratedAlways } from 'kysely'
import type { CheckedKind } from '../checks/checks.types.ts'
import type { Json } from '../stored-text.ts'
import type {
  GoldenContent,
  LookPurpose,
  MarkKind,
  SavedFilter,
  VotePurpose,
} from './desk.types.ts'

interface Leased {
  claimed_by: string | null
  fence: Generated<number>
  claim_until: Generated<number>
}

interface Judged {
  verdict: 'pass' | 'risky'
  label: Label
  note: string
  at: number
}

interface Looked {
  id: string
  kind: CheckedKind
  appid: string
  writer: string | null
  scene: number
  label: Label
}

export interface DeskTables {
  looks: Leased &
    Looked & {
      n: GeneratedAlways<number>
      purpose: LookPurpose
      subject: string
      opened_at: number
      not_by: Generated<readonly string[]>
      closed_at: number | null
    }
  golden_tasks: Looked & {
    n: GeneratedAlways<number>
    check_id: string
    content: Json<GoldenContent>
    verdict: 'pass' | 'risky'
    right_label: Label
    added_by: string
    added_at: number
    retired_at: number | null
  }
  votes: Judged & {
    n: GeneratedAlways<number>
    item_id: string
    purpose: VotePurpose
    subject: string
    user_id: string
    kind: CheckedKind
    clauses: readonly string[]
    spent_ms: number | null
  }
  corrections: Judged & { check_id: string; by: string }
  desk_marks: {
    item_id: string
    user_id: string
    kind: MarkKind
    note: string
    at: number
    until: number | null
  }
  desk_people: {
    user_id: string
    skills: readonly string[]
    filters: Json<readonly SavedFilter[]>
    shield: Json<Readonly<Record<string, unknown>>>
  }
  exposures: {
    user_id: string
    day: string
    item_id: string
    kind: string
    label: Label
    at: number
  }
}
