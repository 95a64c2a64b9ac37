/** The tables of check records. */

import type { Label } from '@fangxing/contract'
import type { GeneratedAlways } from 'kysely'
import type { Json } from '../database.ts'
import type { CheckDraft, CheckedKind, CheckedText, TextHash } from './checks.types.ts'

export interface CheckTables {
  checks: {
    n: GeneratedAlways<number>
    id: string
    kind: CheckedKind
    appid: string | null
    writer: string | null
    scene: number
    suggest: CheckDraft['suggest']
    label: Label
    edition: string
    evidence: Json<unknown> | null
    evidence_key: string | null
    clauses: readonly string[] | null
    texts: Json<readonly CheckedText[]> | null
    texts_until: number | null
    hashes: Json<readonly TextHash[]> | null
    at: number
  }
  shared_evidence: { key: string; evidence: Json<Readonly<Record<string, unknown>>> }
  check_clauses: { clause: string; at: number; n: number; check_id: string }
}
