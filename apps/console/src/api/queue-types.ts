/** The reviewer's desk on the wire. Times are epoch milliseconds. */

import type { Label, TermHit, Wording } from '@fangxing/contract'
import type { CheckedText, Claim, ExplainedJudgement, Page } from './types.ts'

export const QUEUE_KINDS = [
  'text',
  'picture',
  'sound',
  'video',
  'release',
  'appeal',
  'material',
] as const
export type QueueKind = (typeof QUEUE_KINDS)[number]

export const QUEUE_STATES = ['waiting', 'mine', 'aside', 'escalated'] as const
export type QueueState = (typeof QUEUE_STATES)[number]

export interface QueueItem {
  readonly id: string
  readonly kind: QueueKind
  readonly appid: string
  readonly appName: string
  readonly writer: string | null
  /** 0 where there is none. */
  readonly scene: number
  /** As the machine suspected; 100 where there is none. */
  readonly label: Label
  readonly openedAt: number
  readonly dueAt: number
  readonly isExpedited: boolean
  readonly isSevere: boolean
  /** Why it comes up when it does. */
  readonly reasons: readonly { readonly hours: number; readonly words: Wording }[]
  readonly claim: Claim | null
  readonly mark: {
    readonly kind: 'hold' | 'escalate'
    readonly by: string
    readonly note: string
    readonly until: number | null
  } | null
}

export interface QueuePage extends Page<QueueItem> {
  readonly counts: readonly {
    readonly kind: QueueKind
    readonly count: number
    readonly oldestAt: number
    readonly isAtLeast: boolean
  }[]
}

export interface QueueWish {
  readonly kinds?: readonly QueueKind[]
  readonly labels?: readonly Label[]
  readonly appid?: string
  readonly scene?: number
}

export interface SavedFilter extends QueueWish {
  readonly name: string
  readonly kinds: readonly QueueKind[]
  readonly labels: readonly Label[]
}

export interface NextItem {
  readonly item: QueueItem | null
  readonly fence: number | null
  readonly because: 'nothing' | 'budget' | null
}

export interface PastPart {
  readonly tally: { readonly waiting: number; readonly passed: number; readonly risky: number }
  readonly items: readonly {
    readonly id: string
    readonly openedAt: number
    readonly label: Label
    readonly verdict: 'pass' | 'risky' | null
    readonly finalLabel: Label | null
    readonly note: string | null
  }[]
}

export interface ItemCheck {
  readonly kind: 'text' | 'picture' | 'sound' | 'video'
  readonly texts: readonly CheckedText[] | null
  readonly hits: readonly TermHit[]
  readonly judgements: readonly ExplainedJudgement[]
  readonly edition: string
  readonly pictureUrl: string | null
  readonly pictureSize: { readonly width: number; readonly height: number } | null
  readonly soundUrl: string | null
  /** Of a sound or a video. */
  readonly seconds: number | null
  readonly upstream: {
    readonly name: string
    readonly suggest: 'pass' | 'review' | 'risky' | null
    readonly label: Label | null
    readonly because: string | null
  } | null
}

export interface WholeItem {
  readonly item: QueueItem
  /** Null for versions and materials, and when the record is gone. */
  readonly check: ItemCheck | null
  readonly past: {
    readonly ofWriter: PastPart
    readonly ofApp: PastPart
    readonly ofContent: PastPart
  } | null
  /** Of a material: its page asks clause by clause. */
  readonly materialId: string | null
}

export interface ItemDecision {
  readonly fence: number
  readonly verdict: 'pass' | 'risky'
  readonly label?: Label
  readonly clauses: readonly string[]
  readonly note: string
  readonly spentMs: number | null
}

export type ShieldKind = 'shown' | 'grey' | 'blur'

export interface Shield {
  readonly picture: ShieldKind
  readonly isMuted: boolean
}

export interface MyDesk {
  readonly skills: readonly string[]
  readonly isLead: boolean
  readonly kinds: readonly QueueKind[]
  readonly filters: readonly SavedFilter[]
  readonly shield: Shield
  readonly ownShield: Partial<Shield>
  readonly budget: {
    readonly seen: number
    readonly most: number
    readonly state: 'fine' | 'warned' | 'used'
  }
}

export interface QualityShare {
  readonly count: number
  readonly of: number
  readonly share: number | null
  readonly low: number | null
  readonly high: number | null
}

export interface Kappa {
  readonly kappa: number | null
  readonly low: number | null
  readonly high: number | null
}

export interface Quality {
  readonly decisions: number
  readonly agreement: QualityShare
  readonly kappa: Kappa
  readonly golden: QualityShare
  readonly upheldByLead: QualityShare
  readonly overturned: QualityShare
  readonly medianMs: number | null
}

export interface QualityReport {
  readonly from: number
  readonly until: number
  readonly all: Quality
  readonly people: readonly (Quality & { readonly userId: string; readonly name: string })[]
  readonly clauses: readonly {
    readonly clause: string
    readonly agreement: QualityShare
    readonly kappa: Kappa
  }[]
}

export interface Said {
  readonly verdict: 'pass' | 'risky'
  readonly label: Label
  readonly note: string
  readonly clauses: readonly string[]
  readonly at: number
}

/** One's own decision that a lead ended otherwise. */
export interface Corrected {
  readonly checkId: string
  readonly kind: QueueKind
  readonly appid: string
  readonly said: Said
  readonly stands: Said & { readonly by: string }
}

export interface DeskSettings {
  readonly targetHours: Readonly<Record<QueueKind, number>>
  readonly labelHours: Readonly<Record<string, number>>
  readonly appealHours: number
  readonly expeditedHours: number
  readonly severe: readonly Label[]
  readonly second: {
    readonly rate: number
    readonly labelRates: Readonly<Record<string, number>>
    readonly effect: 'after' | 'before'
  }
  readonly goldenRate: number
  readonly shield: Shield
  readonly exposure: { readonly mostPerDay: number; readonly warnFrom: number }
}

export interface DeskReviewer {
  readonly userId: string
  readonly name: string
  readonly skills: readonly string[]
  readonly seenToday: number
}

export interface GoldenTask {
  readonly id: string
  readonly checkId: string
  readonly kind: QueueKind
  readonly verdict: 'pass' | 'risky'
  readonly rightLabel: Label
  readonly addedAt: number
  readonly isRetired: boolean
}
