/** The tables of check records. */

import type { Label } from '@fangxing/contract'
import type { GeneratedAlways } from 'kysely'
import type { Json } from '../stored-text.ts'
import type { CheckDraft, CheckedKind, CheckedText, TextHash } from './checks.types.ts'

/**
 * The random digits of its id, milliseconds since the first of its block, writer, evidence: written
 * out, or as the two numbers of `plain-evidence.ts`.
 */
export type PackedCheck =
  | readonly [digits: string, after: number, writer: string | null, evidence: unknown]
  | readonly [
      digits: string,
      after: number,
      writer: string | null,
      probability: number,
      length: number,
    ]

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
  check_blocks: {
    n: GeneratedAlways<number>
    appid: string
    scene: number
    edition: string
    evidence_key: string
    first_at: number
    last_at: number
    size: number
    marks: Buffer
    checks: Json<readonly PackedCheck[]>
  }
  shared_evidence: { key: string; evidence: Json<Readonly<Record<string, unknown>>> }
  check_clauses: { clause: string; at: number; n: number; check_id: string }
}
