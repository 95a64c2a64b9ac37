/** The tables of upstreams as Kysely sees them. */

import type { Label } from '@fangxing/contract'
import type { GeneratedAlways } from 'kysely'
import type { Json } from '../stored-text.ts'
import type { CheckSuggestion, UpstreamSettings } from './upstream.types.ts'

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
}
