/** The tables of the outbox as Kysely sees them. */

import type { State } from '@fangxing/release'
import type { GeneratedAlways } from 'kysely'
import type { Json } from '../stored-text.ts'
import type {
  AppCallbacks,
  Attempt,
  Audience,
  Channel,
  NoticeLetter,
  Trouble,
} from './outbox.types.ts'

export interface OutboxTables {
  app_callbacks: {
    appid: string
    webhook: Json<NonNullable<AppCallbacks['webhook']>> | null
    wechat: Json<NonNullable<AppCallbacks['wechat']>> | null
    mail: Json<NonNullable<AppCallbacks['mail']>> | null
    changed_at: number
  }
  notices: {
    n: GeneratedAlways<number>
    id: string
    appid: string
    release_id: string
    audience: Audience
    region: string | null
    kind: string
    letter: Json<NoticeLetter>
    version: string
    audit_id: number | null
    state: State
    at: number
    read_at: number | null
  }
  notice_reads: { reader: string; notice_id: string; read_at: number }
  notice_marks: { reader: string; n: number; read_at: number }
  deliveries: {
    n: GeneratedAlways<number>
    id: string
    appid: string
    channel: Channel
    kind: string
    lane: string
    body: Json<unknown>
    created_at: number
    tries: number
    next_attempt_at: number | null
    delivered_at: number | null
    dead_at: number | null
    last_trouble: Json<Trouble> | null
    attempts: Json<readonly Attempt[]>
    lease_token: string | null
    lease_until: number | null
  }
}
