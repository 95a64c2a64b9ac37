/**
 * Another checker that an app's content is also shown to: how it is asked, and how its answers
 * compare with ours.
 */

import type { Label } from '@fangxing/contract'
import type { Page, PageRequest } from '../page.types.ts'

export type CheckSuggestion = 'pass' | 'review' | 'risky'

export const MERGE_POLICIES = ['strictest', 'local-first', 'shadow'] as const
/**
 * `strictest`: the worse of both. `local-first`: only what is doubtful here is asked there.
 * `shadow`: asked and compared, never told.
 */
export type MergePolicy = (typeof MERGE_POLICIES)[number]

export const DOWN_POLICIES = ['fail-open', 'fail-review', 'fail-closed'] as const
/** Without an answer from there: ours stands, nothing passes without a person, nothing passes. */
export type DownPolicy = (typeof DOWN_POLICIES)[number]

export interface UpstreamSettings {
  /** Which checker; its own fields follow. */
  readonly kind: 'wechat'
  readonly baseUrl: string
  readonly appid: string
  readonly secret: string
  readonly merge: MergePolicy
  readonly whenDown: DownPolicy
  readonly timeoutMs: number
  /** How long an answer serves for the same content; 0: never. */
  readonly cacheSeconds: number
  /** Of the checks of a shadow, 1 to 100. */
  readonly shadowPercent: number
  readonly perMinute: number
  readonly perDay: number
  /** How its answers about sounds come in. Null or absent: it is not asked about sounds. */
  readonly push?: UpstreamPushSettings | null | undefined
}

export interface UpstreamPushSettings {
  readonly token: string
  /** Null only in plain mode. */
  readonly encodingAesKey: string | null
  readonly mode: 'plain' | 'compatible' | 'safe'
  /** How long an answer is waited for. */
  readonly waitMinutes: number
}

export interface Upstreams {
  find(appid: string): Promise<UpstreamSettings | null>
  /** Null takes it away. Throws APP_NOT_FOUND. */
  set(appid: string, settings: UpstreamSettings | null, now: number): Promise<void>
  /** Of every app that has one. */
  list(): Promise<ReadonlyMap<string, UpstreamSettings>>
}

export interface ComparisonDraft {
  readonly checkId: string
  readonly appid: string
  readonly upstream: string
  readonly local: { readonly suggest: CheckSuggestion; readonly label: Label }
  /** Null when there was none. */
  readonly answer: {
    readonly suggest: CheckSuggestion
    readonly label: Label
    readonly traceId: string | null
  } | null
  /** A code; null when it answered. */
  readonly trouble: string | null
  readonly cached: boolean
  readonly tookMs: number
  readonly told: CheckSuggestion
  readonly at: number
}

export type Comparison = ComparisonDraft

export interface ComparisonFilter extends PageRequest {
  readonly appid: string
  readonly disagreed?: boolean | undefined
}

/** How often one pair of answers met. `theirs` null: no answer. */
export interface AgreementCell {
  readonly ours: CheckSuggestion
  readonly theirs: CheckSuggestion | null
  readonly count: number
}

export interface Comparisons {
  record(draft: ComparisonDraft): Promise<void>
  /** Newest first. */
  list(filter: ComparisonFilter): Promise<Page<Comparison>>
  /** From `from` on, inclusive. Cost: the comparisons since. */
  agreement(appid: string, from: number): Promise<readonly AgreementCell[]>
  /** Forgets comparisons before this; returns how many. */
  forget(before: number): Promise<number>
}
