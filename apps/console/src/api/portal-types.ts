/** What the native API answers to developers about their apps, beside releases themselves. */

import type { Category, Label, Place, Wording } from '@fangxing/contract'
import type { CheckedText, ExplainedJudgement, Release, ReleaseState, TextCheck } from './types.ts'

export interface Standing {
  readonly appid: string
  readonly newest: Release | null
  readonly live: Release | null
  readonly staged: Release | null
  readonly preLaunched: Release | null
  readonly inReview: Release | null
  readonly unread: number
}

export type MemberPart = 'owner' | 'member'

export interface Member {
  readonly userId: string
  readonly name: string
  readonly part: MemberPart
  readonly addedBy: string
  readonly addedAt: number
}

export interface MemberChange {
  readonly name: string
  /** Null: removed. */
  readonly part: MemberPart | null
  readonly by: string
  readonly at: number
}

export interface Members {
  readonly items: readonly Member[]
  readonly canChange: boolean
  readonly changes: readonly MemberChange[]
}

interface Demand {
  readonly ruleId: string
  readonly title: Wording
  readonly places: readonly Place[]
  readonly anyOf: readonly Category[]
}

export interface FilingPlan {
  readonly edition: string
  readonly categories: readonly Category[]
  readonly files: readonly Category[]
  readonly filedBefore: readonly Category[]
  readonly closedToSubject: readonly Category[]
  readonly promised: boolean
  readonly licences: readonly { readonly category: Category; readonly anyOf: readonly string[] }[]
  readonly launchPromisedAt: number | null
  readonly addNow: readonly (Demand & { readonly add: Category | null; readonly files: boolean })[]
  readonly answered: readonly Demand[]
  readonly unsure: readonly (Demand & { readonly because: Wording | null })[]
  readonly ugcDeclarationNeeded: boolean
}

export interface Quotas {
  readonly withdraw: { readonly day: number; readonly month: number; readonly nextAt: number }
  readonly expedite: { readonly month: number; readonly nextAt: number }
}

export interface RollBackTarget {
  readonly id: string
  readonly version: string
  readonly launchedAt: number | null
}

export interface Notice {
  readonly id: string
  readonly audience: 'developer' | 'authority'
  readonly appid: string
  readonly releaseId: string
  readonly version: string
  readonly kind: string
  readonly state: ReleaseState
  readonly what: Wording
  readonly why: {
    readonly clauses: readonly { readonly id: string; readonly words: Wording }[]
    readonly note: string
  }
  readonly todo: Wording
  readonly byWhen: Wording | null
  readonly byAt: number | null
  readonly at: number
  readonly readAt: number | null
}

export type Channel = 'webhook' | 'wechat' | 'mail'

export interface Callbacks {
  readonly webhook: {
    readonly url: string
    readonly secretHint: string
    readonly formerSecretUntil: number | null
  } | null
  readonly wechat: {
    readonly url: string
    readonly mode: 'plain' | 'compatible' | 'safe'
    readonly format: 'xml' | 'json'
    readonly originalId: string
    readonly tokenHint: string
    readonly aesKeyHint: string
  } | null
  readonly mail: { readonly address: string } | null
  readonly canMail: boolean
}

export interface CallbackChanges {
  readonly webhook?: { readonly url: string; readonly renewSecret?: boolean } | null
  readonly wechat?: {
    readonly url: string
    readonly mode: 'plain' | 'compatible' | 'safe'
    readonly format: 'xml' | 'json'
    readonly token?: string
    readonly encodingAesKey?: string
    readonly originalId?: string
  } | null
  readonly mail?: { readonly address: string } | null
}

/** Shown once. */
export interface MadeSecrets {
  readonly webhookSecret?: string
  readonly wechatToken?: string
  readonly wechatEncodingAesKey?: string
}

interface Trouble {
  readonly code: string
  readonly words: Wording
}

export interface Delivery {
  readonly id: string
  readonly channel: Channel
  readonly kind: string
  readonly state: 'waiting' | 'sending' | 'delivered' | 'dead'
  readonly createdAt: number
  readonly tries: number
  readonly nextAttemptAt: number | null
  readonly deliveredAt: number | null
  readonly trouble: Trouble | null
}

export interface TokenAccess {
  readonly state: 'open' | 'secretFrozen' | 'tokensForbidden' | 'frozen'
  /** Null: from anywhere. */
  readonly allowedNetworks: readonly string[] | null
}

export interface Usage {
  readonly checks: readonly DayCount[]
  readonly quotas: readonly QuotaUse[]
  readonly dayEndsAt: number
}

export interface DayCount {
  /** `2026-11-22`, in Beijing. */
  readonly day: string
  readonly suggest: TextCheck['suggest']
  readonly count: number
}

export interface QuotaUse {
  readonly call: string
  readonly usedToday: number
  readonly perDay: number | null
  readonly perMinute: number | null
}

export interface CheckRow {
  readonly id: string
  readonly suggest: TextCheck['suggest']
  readonly label: Label
  readonly at: number
  readonly appid: string | null
  readonly writer: string | null
  readonly kind: 'text' | 'picture' | 'sound' | 'video'
  readonly scene: number
  readonly texts: readonly CheckedText[] | null
  readonly clauses: readonly string[]
  readonly edition: string
}

export interface CheckWhole extends CheckRow {
  readonly hits: TextCheck['hits']
  readonly judgements: readonly ExplainedJudgement[]
}

export interface ContactAnswer {
  readonly ok: boolean
  readonly says: Wording
  readonly caller: { readonly kind: 'developer' | 'authority'; readonly name: string } | null
  readonly guessesLeft: number
}
