/** The tables as Kysely sees them; `migrations/` is where they are made and explained. */

import type { Assessment, Category, Subject } from '@fangxing/contract'
import type { ReleaseEvent, State } from '@fangxing/release'
import type { Generated, GeneratedAlways } from 'kysely'
import type { ActTables } from './acts/tables.ts'
import type { CaseTables } from './cases/tables.ts'
import type { CheckTables } from './checks/tables.ts'
import type { ContactTables } from './contact/tables.ts'
import type { DeskTables } from './desk/tables.ts'
import type { DocumentTables } from './documents/tables.ts'
import type { IntakeTables } from './intake/tables.ts'
import type { KnownPictureTables } from './known-pictures/tables.ts'
import type { LexiconTables } from './lexicon/tables.ts'
import type { MaterialTables } from './materials/tables.ts'
import type { MediaCheckTables } from './media-checks/tables.ts'
import type { MemberTables } from './members/tables.ts'
import type { OutboxTables } from './outbox/tables.ts'
import type { Role, TokenKind } from './people.types.ts'
import type { ProfileTables } from './profiles/tables.ts'
import type { RetroTables } from './retro/tables.ts'
import type { StatisticsTables } from './statistics/tables.ts'
import type { Json } from './stored-text.ts'
import type { TextModelTables } from './text-models/tables.ts'
import type { TrialTables } from './trials/tables.ts'
import type { UpstreamTables } from './upstream/tables.ts'
import type { UsageTables } from './usage/tables.ts'

export interface Database
  extends OutboxTables,
    MemberTables,
    IntakeTables,
    MaterialTables,
    DocumentTables,
    MediaCheckTables,
    KnownPictureTables,
    UsageTables,
    ContactTables,
    ProfileTables,
    RetroTables,
    ActTables,
    TrialTables,
    TextModelTables,
    StatisticsTables,
    LexiconTables,
    CheckTables,
    CaseTables,
    DeskTables,
    UpstreamTables {
  apps: {
    appid: string
    name: string
    subject: Json<Subject>
    categories: Json<readonly Category[]>
    secret_hash: string
    created_at: number
  }
  users: {
    id: string
    name: string
    roles: Json<readonly Role[]>
    region: string | null
    password_hash: string
    frozen_at: number | null
    created_at: number
  }
  sessions: { token_hash: string; user_id: string; expires_at: number }
  first_run_tokens: { token_hash: string; expires_at: number }
  access_tokens: {
    appid: string
    kind: TokenKind
    nonce: string
    token_hash: string
    expires_at: number
    previous_hash: string | null
    previous_expires_at: number | null
  }
  packages: { sha256: string; bytes: number; archive: Uint8Array }
  releases: {
    id: string
    n: GeneratedAlways<number>
    appid: string
    package_sha256: string
    event_count: number
    head_hash: string
    state: State
    region: string | null
    due_at: number | null
    expedited: Generated<boolean>
  }
  release_events: {
    release_id: string
    seq: number
    event: Json<ReleaseEvent>
    kind: GeneratedAlways<string>
    at: GeneratedAlways<number>
    state: State
    previous_hash: string
    hash: string
  }
  submissions: { audit_id: number; appid: string; release_id: string }
  assessments: {
    n: Generated<number>
    release_id: string
    audit_id: number
    verdict: Assessment['verdict']
    edition: string
    assessment: Json<Assessment>
    summary: Json<unknown> | null
    at: number
  }
  claims: { release_id: string; user_id: string; fence: number; expires_at: number }
  ledger: {
    appid: string
    first: string
    second: string
    release_id: string
    completed_at: number
  }
  settings: { name: string; value: Json<unknown> }
}
