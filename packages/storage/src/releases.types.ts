/**
 * Releases: an append-only chain of events each, with the state that follows from them.
 *
 * `append` is the only way to change one. It folds the stored events itself, so the stored state is
 * always the fold, and what belongs together (events, state, ledger, assessment, claim, jobs) is
 * written in one transaction or not at all.
 */

import type { Assessment, ErrorDetails } from '@fangxing/contract'
import type { Effect, EventOf, Life, ReleaseEvent, State } from '@fangxing/release'
import type { CheckedCode } from './contact/contact.types.ts'
import type { HandedInMedia } from './intake/intake.types.ts'
import type { Job } from './jobs.types.ts'
import type { NoticeDraft, PushDraft } from './outbox/outbox.types.ts'
import type { Page, PageRequest } from './page.types.ts'

export interface Release {
  readonly id: string
  readonly appid: string
  readonly appName: string
  /** The fold of the events. `life.eventCount` is the next append's `expectedSeq`. */
  readonly life: Life
  /** Of the latest submission; null before the first. */
  readonly auditId: number | null
  /** When the filing clock ends; null while it stands, was not promised, or there is none. */
  readonly filingDueAt: number | null
  /** Of the assessment of the latest submission; null while there is none. */
  readonly verdict: Assessment['verdict'] | null
  readonly packageSha256: string
  readonly packageBytes: number
}

/** An event as it is kept: `seq` from 0, the state it led to, and its place in the chain. */
export interface StoredEvent {
  readonly releaseId: string
  readonly seq: number
  readonly event: ReleaseEvent
  readonly state: State
  readonly previousHash: string
  readonly hash: string
}

/** A release as the caller knew it when deciding about another. */
export interface Witness {
  readonly releaseId: string
  readonly expectedSeq: number
}

/** What is written in the same transaction as the events. */
export interface Alongside {
  /** What a check made of a contact code. Throws CONCURRENT_CHANGE. */
  readonly contactCode?: CheckedCode | undefined
  /** Releases that must not have changed either, else CONCURRENT_CHANGE. They are not written to. */
  readonly unchanged?: readonly Witness[] | undefined
  readonly jobs?: readonly Job[] | undefined
  /** Who is told: the inbox, and from there the channels that the app has set by then. */
  readonly notices?: readonly NoticeDraft[] | undefined
  /** Events for the app's WeChat callback, if there is one. */
  readonly pushes?: readonly PushDraft[] | undefined
  /** Pictures and recordings of a submission in `events`. */
  readonly media?: HandedInMedia | undefined
  /** The claim under which a person decides. It is checked, and ends here. Throws STALE_FENCE. */
  readonly claim?: ClaimProof | undefined
  /** The machine's answer for the submission with this auditId. */
  readonly assessment?: AssessmentDraft | undefined
}

export interface AssessmentDraft {
  readonly auditId: number
  readonly assessment: Assessment
  /** What evidence screens show besides; any JSON value. */
  readonly summary?: unknown
}

export interface StoredAssessment extends AssessmentDraft {
  readonly at: number
}

export interface Append extends Alongside {
  readonly releaseId: string
  /** `life.eventCount` of the life that the caller decided on. */
  readonly expectedSeq: number
  readonly events: readonly ReleaseEvent[]
}

export interface Appended {
  readonly release: Release
  /** What `transition` answered for these events, in order. */
  readonly effects: readonly Effect[]
}

export interface ReleaseFilter extends PageRequest {
  readonly appid?: string | undefined
  readonly states?: readonly State[] | undefined
  /** Only releases of these apps, or whose latest submission names the region. */
  readonly within?:
    | { readonly appids: readonly string[]; readonly region: string | null }
    | undefined
  /** Only releases whose latest submission names this region: an authority's desk. */
  readonly region?: string | undefined
  /** Only releases whose latest submission was expedited, or was not. */
  readonly expedited?: boolean | undefined
}

/** What waits for an authority; the index `cases_by_region` holds these and no others. */
export const DESK_STATES = [
  'filing',
  'materialRequested',
  'preLaunch',
  'takedownOrdered',
  'rectified',
] as const satisfies readonly State[]

/** An authority's desk, by what ends first. Without a region: every region's. */
export interface DeskFilter extends PageRequest {
  readonly region?: string | undefined
  readonly states?: readonly State[] | undefined
}

/** A filing whose promised days are over, or an order whose deadline is: `dueEvent` is to be appended. */
export interface DueFiling {
  readonly releaseId: string
  readonly dueAt: number
  readonly expectedSeq: number
}

export interface Releases {
  /** The archive is kept as it was uploaded, equal bytes once. Throws APP_NOT_FOUND. */
  create(created: EventOf<'created'>, archive: Uint8Array): Promise<Release>
  find(id: string): Promise<Release | null>
  findByAuditId(appid: string, auditId: number): Promise<Release | null>
  /** The release of this app that was submitted last. */
  findLatestSubmitted(appid: string): Promise<Release | null>
  list(filter?: ReleaseFilter): Promise<Page<Release>>
  /** Open cases of a region, what ends first at the head. */
  listDesk(filter?: DeskFilter): Promise<Page<Release>>
  events(id: string): Promise<readonly StoredEvent[]>
  archive(id: string): Promise<Uint8Array | null>
  /** When each of these apps withdrew, at or after `since`; absent where none did. */
  withdrawals(
    appids: readonly string[],
    since: number,
  ): Promise<ReadonlyMap<string, readonly number[]>>
  /** A number that no other submission has. Gaps are normal. */
  nextAuditId(): Promise<number>
  /**
   * Throws RELEASE_NOT_FOUND; CONCURRENT_CHANGE when `expectedSeq` is not the next one; what
   * `transition` refuses, with its code; ALREADY_IN_REVIEW; STALE_FENCE. Then nothing was written.
   */
  append(
    releaseId: string,
    expectedSeq: number,
    events: readonly ReleaseEvent[],
    alongside?: Alongside,
  ): Promise<Appended>
  /** Several releases, all or none: a launch and what it supersedes. */
  appendAll(appends: readonly Append[]): Promise<readonly Appended[]>
  /** The machine's answer for a submission; the latest one without `auditId`. */
  assessment(releaseId: string, auditId?: number): Promise<StoredAssessment | null>
  /** Filings and take-down orders due at or before `now`, longest overdue first. Cost: due rows. */
  dueFilings(now: number, limit?: number): Promise<readonly DueFiling[]>
  /** Derives every open filing's due time again; returns how many were kept wrongly. */
  rederiveDue(): Promise<number>
}

/** The right of one person to decide on one release, for a while. */
export interface Claim {
  /** Grows with every grant; a decision needs the present one. */
  readonly fence: number
  readonly expiresAt: number
}

export interface ClaimView extends Claim {
  readonly userId: string
  readonly userName: string
}

export interface ClaimProof {
  readonly userId: string
  readonly fence: number
  readonly now: number
}

export type ClaimAnswer =
  | ({ readonly kind: 'granted' } & Claim)
  | { readonly kind: 'held'; readonly by: ClaimView }

export interface Claims {
  /** Granted when nobody holds it at `now`; one's own claim is prolonged under the same fence. Throws RELEASE_NOT_FOUND. */
  take(releaseId: string, userId: string, now: number, lastsMs: number): Promise<ClaimAnswer>
  find(releaseId: string, now: number): Promise<ClaimView | null>
  /** Of many at once, by release; absent where nobody holds it at `now`. */
  findMany(releaseIds: readonly string[], now: number): Promise<ReadonlyMap<string, ClaimView>>
  /** False when the user does not hold it. */
  giveBack(releaseId: string, userId: string): Promise<boolean>
}

/** What `AppError.details` of CONCURRENT_CHANGE holds. */
export type ConcurrentChange = ErrorDetails & {
  readonly expectedSeq: number
  readonly seq: number
}
