/** The tables of upstreams as Kysely sees them. */

import type { Label } from '@fangxing/contract'
import type { GeneratedAlways } from 'kysely'
import type { Json } from '../stored-text.ts'
import type { AskResult, PushOutcome, UpstreamAsk } from './asks.types.ts'
import type {
  CheckSuggestion,
  DownPolicy,
  MergePolicy,
  UpstreamSettings,
} from './upstream.types.ts'

export interface UpstreamTables {
  app_upstreams: { appid: string; settings: Json<UpstreamSettings>; changed_at: number }
  upstream_comparisons: {
    n: GeneratedAlways<number>
    check_id: string
    appid: string
    upstream: string
    local_suggest: CheckSuggestion
    local_label: Label
    suggest: CheckSuggestion | null
    label: Label | null
    trace_id: string | null
    trouble: string | null
    cached: boolean
    took_ms: number
    told_suggest: CheckSuggestion
    at: number
  }
  upstream_asks: {
    check_id: string
    appid: string
    upstream: string
    merge: MergePolicy
    when_down: DownPolicy
    content_hash: string
    request: Json<unknown>
    pending: Json<unknown>
    opened_at: number
    due_at: number
    tries: number
    next_at: number
    trace_id: string | null
    answer: Json<NonNullable<UpstreamAsk['answer']>> | null
    trouble: string | null
    cached: boolean
    answered_at: number | null
    ended_at: number | null
  }
  upstream_pushes: {
    appid: string
    signature: string
    body_hash: string
    trace_id: string | null
    outcome: PushOutcome
    result: Json<AskResult> | null
    at: number
  }
}
