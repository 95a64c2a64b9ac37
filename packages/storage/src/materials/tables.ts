/** The tables of materials as Kysely sees them. */

import type { Generated, GeneratedAlways } from 'kysely'
import type { Trouble } from '../outbox/outbox.types.ts'
import type { Json } from '../stored-text.ts'
import type {
  AuditCause,
  AuditProgress,
  MaterialSourceKind,
  MaterialState,
} from './materials.types.ts'

export interface MaterialTables {
  materials: {
    n: GeneratedAlways<number>
    id: string
    appid: string
    client_id: string | null
    name: string
    kind: MaterialSourceKind
    source: Json<unknown>
    archive: string | null
    content_hash: string
    profile: string
    every_ms: number | null
    state: MaterialState
    audited_at: number
    created_at: number
    created_by: string
  }
  material_settings: {
    appid: string
    every_ms: number | null
    profile: string | null
    web_base: string | null
  }
  blobs: { sha256: string; content: Uint8Array; created_at: number }
  material_audits: {
    n: GeneratedAlways<number>
    id: string
    material_id: string
    nth: number
    cause: AuditCause
    requested_by: string
    requested_at: number
    due_at: number
    attempts: Generated<number>
    begun_at: number | null
    progress: Json<AuditProgress> | null
    verdict: 'pass' | 'review' | 'reject' | null
    report: Json<unknown> | null
    changes: Json<unknown> | null
    trouble: Json<Trouble> | null
    settled_at: number | null
  }
  material_blobs: {
    audit_id: string
    place: number
    name: string
    width: number
    height: number
    sha256: string
  }
  material_cases: {
    n: GeneratedAlways<number>
    id: string
    material_id: string
    audit_id: string
    appid: string
    round: 'first' | 'appeal'
    reason: string | null
    opened_at: number
    claimed_by: string | null
    fence: Generated<number>
    claim_until: Generated<number>
    answers: Json<unknown> | null
    verdict: 'pass' | 'reject' | null
    note: string | null
    decided_by: string | null
    decided_at: number | null
    closed_at: number | null
    not_by: string | null
  }
}
