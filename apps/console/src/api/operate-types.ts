/** What the native API answers to operators: figures, trials, the audit trail, deliveries. */

import type { Label, TermLevel, Wording } from '@fangxing/contract'
import type { EventKind, ReleaseState, Turn } from './types.ts'

export type Suggest = 'pass' | 'review' | 'risky'
export type Age = 'under1' | 'under3' | 'under7' | 'over7'

export interface ClauseCount {
  readonly clause: string
  readonly count: number
}

export interface FilingTimes {
  readonly answered: number
  readonly medianMs: number | null
  readonly ninetiethMs: number | null
  readonly longestMs: number | null
}

export interface Statistics {
  readonly from: number
  readonly until: number
  readonly checks: readonly {
    readonly day: string
    readonly kind: 'text' | 'picture' | 'sound' | 'video'
    readonly suggest: Suggest
    readonly label: Label
    readonly count: number
  }[]
  readonly checkClauses: readonly ClauseCount[]
  readonly releaseClauses: readonly (ClauseCount & { readonly kind: EventKind })[]
  readonly events: readonly {
    readonly day: string
    readonly kind: EventKind
    readonly count: number
  }[]
  readonly decisions: readonly {
    readonly day: string
    readonly verdict: 'pass' | 'risky'
    readonly label: Label
    readonly count: number
  }[]
  readonly ageing: readonly {
    readonly state: ReleaseState
    readonly whoseTurn: Turn
    readonly age: Age
    readonly count: number
  }[]
  readonly casesWaiting: readonly { readonly age: Age; readonly count: number }[]
  readonly filingTimes: FilingTimes
}

export interface Transparency {
  readonly from: number
  readonly until: number
  readonly checks: {
    readonly total: number
    readonly byAnswer: Readonly<Record<Suggest, number>>
    readonly byKind: Readonly<Record<'text' | 'picture' | 'sound' | 'video', number>>
    readonly byLabel: readonly {
      readonly label: Label
      readonly words: Wording
      readonly count: number
    }[]
    readonly byClause: readonly ClauseCount[]
  }
  readonly people: {
    readonly decided: number
    readonly passed: number
    readonly risky: number
    readonly doubtedWithoutNeed: number | null
  }
  readonly releases: Readonly<
    Record<
      | 'submitted'
      | 'rejectedByMachine'
      | 'approved'
      | 'rejectedByPeople'
      | 'withdrawn'
      | 'launched',
      number
    >
  > & { readonly byClause: readonly ClauseCount[] }
  readonly appeals: {
    readonly filed: number
    readonly dismissed: number
    readonly overturned: number
    readonly overturnedShare: number | null
    readonly knownErrorShare: number | null
  }
  readonly filings: FilingTimes &
    Readonly<
      Record<
        'started' | 'passed' | 'rejected' | 'unanswered' | 'takedownsOrdered' | 'takenDown',
        number
      >
    >
}

export interface LoadSample {
  readonly at: number
  readonly spanMs: number
  readonly requests: number
  readonly byStatus: Readonly<Record<'2xx' | '3xx' | '4xx' | '5xx', number>>
  readonly medianMs: number | null
  readonly p99Ms: number | null
  readonly loopDelayMs: number
  readonly loopDelayP99Ms: number
  readonly processor: number
  readonly memoryBytes: number
  readonly databaseMs: number | null
  readonly depths: {
    readonly cases: number
    readonly jobs: readonly {
      readonly name: string
      readonly waiting: number
      readonly running: number
      readonly failed: number
    }[]
    readonly deliveries: number
    readonly deadDeliveries: number
    readonly mediaChecks: number
    readonly connections: number
    readonly databaseBytes: number
  } | null
}

export type Weight = 'block' | 'review' | 'advise' | 'off'

export interface CheckRule {
  readonly id: string
  readonly clauseId: string
  readonly title: Wording
  /** By scene, as shipped. */
  readonly shipped: Readonly<Record<string, Weight>>
}

export interface Quota {
  /** Null: as many as come. */
  readonly perMinute: number | null
  readonly perDay: number | null
}

export const RETENTIONS = ['full', 'hashed', 'none'] as const
export type Retention = (typeof RETENTIONS)[number]

export interface ContentRetention {
  readonly passed: Retention
  readonly doubtful: Retention
  readonly days: number
}

export interface Limits {
  readonly quotas: Readonly<Record<string, Quota>>
  readonly retention: ContentRetention
}

export interface PolicyChanges extends Partial<Limits> {
  /** By scene, then by rule. */
  readonly weights?: Readonly<Record<string, Readonly<Record<string, Weight>>>>
  readonly [other: string]: unknown
}

export interface CheckPolicy {
  readonly all: PolicyChanges
  readonly apps: Readonly<Record<string, PolicyChanges>>
}

export interface PolicyEdition {
  readonly number: number
  readonly at: number
  readonly by: string
  readonly note: string | null
  readonly restores: number | null
  readonly policy: CheckPolicy
}

export interface TermDraft {
  readonly text: string
  readonly label: Label
  readonly level: TermLevel
}

export interface Candidate {
  readonly policy: CheckPolicy | null
  readonly add: readonly TermDraft[]
  readonly remove: readonly string[]
}

export interface AnswerCount {
  readonly live: Suggest
  readonly tried: Suggest
  readonly count: number
}

type Texts = readonly { readonly field: string; readonly text: string }[] | null

export interface BackTest {
  readonly tried: number
  readonly withoutText: number
  readonly counts: readonly AnswerCount[]
  readonly people: {
    readonly decided: number
    readonly liveAgrees: number
    readonly triedAgrees: number
  }
  readonly samples: readonly {
    readonly checkId: string
    readonly appid: string | null
    readonly at: number
    readonly texts: Texts
    readonly live: { readonly suggest: Suggest; readonly label: Label }
    readonly tried: { readonly suggest: Suggest; readonly label: Label }
    readonly person: 'pass' | 'risky' | null
  }[]
}

export interface Trial {
  readonly id: string
  readonly candidate: Candidate
  readonly note: string | null
  readonly startedBy: string
  readonly startedAt: number
  readonly endedBy: string | null
  readonly endedAt: number | null
  readonly published: boolean
  readonly counts: readonly AnswerCount[]
}

export interface TrialDifference {
  readonly checkId: string
  readonly at: number
  readonly texts: Texts
  readonly live: Suggest
  readonly tried: Suggest
}

export interface Act {
  readonly n: number
  readonly at: number
  readonly userName: string
  readonly route: string
  readonly path: string
  readonly sent: unknown
  readonly sentSha256: string
  readonly hash: string
}

export interface TrailEntry {
  readonly releaseId: string
  readonly appName: string
  readonly seq: number
  readonly kind: EventKind
  readonly at: number
  readonly actor: { readonly kind: string; readonly name: string }
  readonly state: ReleaseState
  readonly note: string | null
  readonly clauses: readonly string[]
  readonly hash: string
}

export interface Verification {
  readonly releases: {
    readonly releases: number
    readonly events: number
    readonly digest: string
    readonly firstBroken: {
      readonly releaseId: string
      readonly seq: number
      readonly words: Wording
    } | null
  }
  readonly acts: {
    readonly acts: number
    readonly head: string
    readonly firstBroken: number | null
  }
  readonly tookMs: number
}

export interface OutgoingDelivery {
  readonly id: string
  readonly appid: string
  readonly channel: 'webhook' | 'wechat' | 'mail'
  readonly kind: string
  readonly state: 'waiting' | 'sending' | 'delivered' | 'dead'
  readonly createdAt: number
  readonly tries: number
  readonly nextAttemptAt: number | null
  readonly trouble: { readonly code: string; readonly words: Wording } | null
}

export interface RetroScan {
  readonly id: string
  readonly shadow: boolean
  readonly startedBy: string
  readonly startedAt: number
  readonly finishedAt: number | null
  readonly progress: Readonly<Record<'total' | 'looked' | 'worse' | 'reopened' | 'failed', number>>
}

export interface RetroResult {
  readonly releaseId: string
  readonly storedVerdict: string | null
  readonly verdict: string | null
  readonly changes: readonly {
    readonly ruleId: string
    readonly before: string | null
    readonly after: string | null
  }[]
  readonly reopened: boolean
  readonly failed: string | null
}

export interface ProfileRow {
  readonly first: string
  readonly second: string
  readonly filed: boolean
  readonly openTo: readonly string[]
  readonly licences: readonly string[]
  readonly formerNames: readonly string[]
}

export interface SavedEdition {
  readonly edition: string
  readonly fromAt: number | null
  readonly savedBy: string | null
  readonly savedAt: number | null
}

export interface ProfileClock {
  readonly kind: 'natural_days' | 'hours_168'
  readonly utcOffsetMinutes: number
  readonly pausesFor: readonly string[]
}

export interface FilingProfile extends SavedEdition {
  readonly categories: readonly ProfileRow[]
  readonly clock: ProfileClock
  readonly editions: readonly SavedEdition[]
}

export interface KnownPicture {
  readonly id: number
  readonly bits: string
  readonly bank: string
  readonly label: string
  readonly kind: 'allow' | 'deny'
  readonly addedBy: string
  readonly addedAt: number
}

export interface BankImport {
  readonly added: number
  readonly known: number
  readonly skipped: number
  readonly refused: readonly number[]
}

export interface Agreement {
  readonly items: readonly {
    readonly ours: Suggest
    readonly theirs: Suggest | null
    readonly count: number
  }[]
}
