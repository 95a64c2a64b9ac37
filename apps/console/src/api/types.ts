/**
 * What the native API answers, as the console reads it. Times are epoch milliseconds.
 *
 * Written by hand from the API's description: the console depends on the shape on the wire, not
 * on the server's code.
 */

import type {
  Category,
  ErrorCode,
  Label,
  Outcome,
  Severity,
  Subject,
  TermHit,
  TermLevel,
  UgcDeclaration,
  Verdict,
  Wording,
} from '@fangxing/contract'

export type Role = 'developer' | 'reviewer' | 'authority' | 'operator'

/** In the order in which a release usually meets them. */
export const RELEASE_STATES = [
  'draft',
  'machineReview',
  'humanReview',
  'delayed',
  'rejected',
  'appealed',
  'withdrawn',
  'filing',
  'materialRequested',
  'filingRejected',
  'approved',
  'preLaunch',
  'greyLaunch',
  'launched',
  'takedownOrdered',
  'takenDown',
  'rectified',
  'superseded',
  'rolledBack',
] as const

export type ReleaseState = (typeof RELEASE_STATES)[number]

export const EVENT_KINDS = [
  'created',
  'submitted',
  'machinePassed',
  'machineRejected',
  'reviewerApproved',
  'reviewerRejected',
  'delayed',
  'expedited',
  'expediteRefused',
  'withdrawn',
  'appealed',
  'appealDismissed',
  'rejectionReversed',
  'filingStarted',
  'filingPassed',
  'filingRejected',
  'materialRequested',
  'materialSupplied',
  'contactLogged',
  'filingPaused',
  'filingResumed',
  'preLaunched',
  'launched',
  'greyLaunched',
  'greyCancelled',
  'takedownOrdered',
  'takedownLifted',
  'takenDown',
  'rectified',
  'rectificationRefused',
  'reinstated',
  'reexaminationStarted',
  'reexaminationCleared',
  'rolledBack',
  'superseded',
] as const

export type EventKind = (typeof EVENT_KINDS)[number]

export type Turn = 'developer' | 'machine' | 'reviewer' | 'authority' | 'operator' | 'nobody'

export interface User {
  readonly id: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly region?: string | null
  /** Since when they may not come in. */
  readonly frozenAt?: number | null
}

export interface App {
  readonly appid: string
  readonly name: string
  readonly subject: Subject
  readonly categories: readonly Category[]
  readonly liveReleaseId?: string | null
  readonly createdAt: number
  /** Of the person who asks; null for who is no member. */
  readonly part: 'owner' | 'member' | null
}

export interface LedgerEntry {
  readonly category: Category
  readonly releaseId: string
  readonly completedAt: number
}

export interface CategoryEntry extends Category {
  /** True for the thirteen that the regional authority must see. */
  readonly filed: boolean
  /** A submission with this category must say how user content is checked. */
  readonly ugcDeclared: boolean
  readonly openTo: readonly ('organisation' | 'individual' | 'overseas')[]
}

export interface Filing {
  readonly noticeAt: number
  /** Null where no due time is promised or while the clock stands. */
  readonly dueAt: number | null
  readonly policy: {
    readonly kind: 'natural_days' | 'hours_168'
    /** For what its clock may stand. */
    readonly pausesFor?: readonly string[]
  }
  /** Since when the clock stands; null while it runs. */
  readonly pausedSince?: number | null
  readonly region: string
  readonly categories: readonly Category[]
  readonly outcome: 'open' | 'passed' | 'rejected' | 'aborted'
}

export interface Claim {
  readonly userId: string
  readonly userName: string
  readonly expiresAt: number
}

export interface Takedown {
  readonly orderedAt: number
  readonly deadlineAt: number
  readonly note: string
}

export interface Withdrawal {
  readonly consequence: Wording
  /** Left today and this month, and when the next one is possible. */
  readonly quota: { readonly day: number; readonly month: number; readonly nextAt: number }
}

export interface Rejection {
  readonly clauses: readonly string[]
  readonly note: string
  readonly missingCategories: readonly Category[]
}

export interface Release {
  readonly id: string
  readonly appid: string
  readonly appName: string
  readonly version: string
  readonly description: string
  readonly state: ReleaseState
  readonly whoseTurn: Turn
  readonly allowed: readonly EventKind[]
  readonly auditId: number | null
  readonly categories: readonly Category[]
  readonly filing: Filing | null
  readonly takedown: Takedown | null
  /** What withdrawing would cost; null where nothing can be withdrawn. */
  readonly withdrawal: Withdrawal | null
  /** Why the latest submission stands rejected; null when it does not. */
  readonly rejection: Rejection | null
  readonly expeditedAt: number | null
  readonly launchedAt: number | null
  readonly greyPercentage: number | null
  readonly claim: Claim | null
  readonly verdict: Verdict | null
  readonly packageBytes: number
  readonly createdAt: number
  readonly changedAt: number
}

export interface Actor {
  readonly kind: Role | 'machine'
  readonly id: string
  readonly name: string
}

export interface ReleaseEvent {
  readonly seq: number
  readonly kind: EventKind
  readonly at: number
  readonly actor: Actor
  readonly state: ReleaseState
  readonly note?: string | null
  readonly clauses?: readonly string[] | null
  readonly hash: string
}

export interface ExplainedJudgement {
  readonly ruleId: string
  readonly clauseId: string
  readonly clauseWords: Wording
  readonly title: Wording
  readonly why: Wording
  readonly fix: Wording
  readonly severity: Severity
  readonly outcome: Outcome
}

export interface AssessmentReport {
  readonly verdict: Verdict
  readonly edition: string
  readonly judgements: readonly ExplainedJudgement[]
}

export interface SourceExcerpt {
  readonly file: string
  readonly lines: readonly { readonly number: number; readonly text: string }[]
}

export interface TextCheck {
  readonly id: string
  readonly suggest: 'pass' | 'review' | 'risky'
  readonly label: Label
  readonly hits: readonly TermHit[]
  readonly judgements: readonly ExplainedJudgement[]
  readonly edition: string
}

/** A check that the machine left in doubt, until a person settles it. */
export interface Case {
  /** The check's id: its `trace_id`. */
  readonly id: string
  readonly appid: string
  readonly writer: string | null
  readonly scene: number
  readonly label: Label
  readonly openedAt: number
  readonly claim: {
    readonly userId: string
    readonly userName: string
    readonly expiresAt: number
  } | null
  readonly decision: CaseDecision | null
}

export interface CaseDecision {
  readonly verdict: 'pass' | 'risky'
  readonly label: Label
  readonly note: string
  readonly at: number
  readonly by?: string
}

export interface CheckedText {
  readonly field: string
  readonly text: string
}

export interface WholeCase extends Case {
  /** Null when the record is gone. */
  readonly check: {
    /** Null when none were kept or their time is over. */
    readonly texts: readonly CheckedText[] | null
    readonly hits: readonly TermHit[]
    readonly judgements: readonly ExplainedJudgement[]
    readonly edition: string
    readonly kind: 'text' | 'picture' | 'sound' | 'video'
    /** The picture, while it is kept. */
    readonly mediaId: string | null
    /** What another checker said that was asked as well. */
    readonly upstream: {
      readonly name: string
      readonly suggest: 'pass' | 'review' | 'risky' | null
      readonly label: Label | null
      readonly because: string | null
    } | null
    /** It has a hash by which it can be known again. */
    readonly canTeachPicture: boolean
  } | null
  readonly proposals: readonly Proposal[]
}

/** What a decision would teach the lexicon. */
export type ListChange =
  | {
      readonly kind: 'deny'
      readonly text: string
      readonly label: Label
      readonly level: TermLevel
    }
  | {
      readonly kind: 'allow'
      readonly termId: string
      /** As it was listed then; the server says it. */
      readonly term?: string
      readonly phrase: string
    }
  | { readonly kind: 'denyPicture' | 'allowPicture'; readonly label: Label }

export interface Person {
  readonly id: string
  readonly name: string
}

export interface Proposal {
  readonly id: string
  readonly caseId: string
  readonly change: ListChange
  readonly proposedBy: Person
  readonly proposedAt: number
  /** Words by which the content is still hit when it is agreed to; of a phrase, while it is open. */
  readonly stillFound: readonly string[]
  readonly answer: {
    readonly kind: 'agreed' | 'refused'
    readonly by: Person
    readonly at: number
    readonly edition: number | null
  } | null
}

export interface TermEntry {
  readonly id: string
  readonly text: string
  readonly label: Label
  readonly level: TermLevel
  readonly note?: string | null
}

export interface Items<Item> {
  readonly items: readonly Item[]
}

export interface Page<Item> {
  readonly items: readonly Item[]
  readonly nextCursor: string | null
}

export interface RefusedTerm {
  readonly id: string
  readonly text: string
  readonly because: Wording
}

export interface Lexicon extends Items<TermEntry> {
  readonly edition: string
  /** Terms that cannot be matched, with the reason. */
  readonly refused: readonly RefusedTerm[]
}

export interface Clause {
  readonly id: string
  readonly words: Wording
}

export interface RuleBooks {
  readonly books: readonly { readonly id: string; readonly clauses: readonly Clause[] }[]
}

export interface Clock {
  readonly now: number
  readonly simulated: boolean
}

export interface Submission {
  readonly categories?: readonly Category[]
  readonly ugcDeclaration?: UgcDeclaration
  readonly note?: string
}

/** RFC 9457 problem details with the platform's members. */
export interface ProblemDetails {
  readonly title: string
  readonly status: number
  readonly code: ErrorCode | 'UNREACHABLE'
  readonly detail: string
  readonly details?: Readonly<Record<string, unknown>>
  readonly requestId: string | null
}
