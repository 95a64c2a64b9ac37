/**
 * The reviewer's desk: everything that waits for a reviewer as one queue, whatever it is and
 * wherever its lease stands.
 *
 * An item is a check in doubt (its id is the check's), a second or third look at one, a golden task
 * in one person's hands, or a release that waits for review. Which of the first three it is never
 * leaves the storage through `DeskItem`.
 */

import type { Label } from '@fangxing/contract'
import type { CaseDecision, CaseTold } from '../cases/cases.types.ts'
import type { CheckedKind, CheckedText } from '../checks/checks.types.ts'
import type { Page, PageRequest } from '../page.types.ts'
import type { Claim, ClaimAnswer, ClaimProof, ClaimView } from '../releases.types.ts'

export const DESK_KINDS = [
  'text',
  'picture',
  'sound',
  'video',
  'release',
  'appeal',
  'material',
] as const
export type DeskKind = (typeof DESK_KINDS)[number]

export type LookPurpose = 'second' | 'lead' | 'golden'
export type VotePurpose = 'first' | LookPurpose
export type MarkKind = 'skip' | 'hold' | 'escalate'

export interface DeskItem {
  readonly id: string
  readonly kind: DeskKind
  readonly appid: string
  readonly writer: string | null
  /** 0 for releases. */
  readonly scene: number
  /** As the machine suspected; 100 for releases. */
  readonly label: Label
  readonly openedAt: number
  readonly isExpedited: boolean
  /** Null when nobody holds it at the time of asking. */
  readonly claim: ClaimView | null
  /** Put aside by somebody, or handed to a lead. */
  readonly mark: DeskMark | null
}

export interface DeskMark {
  readonly kind: 'hold' | 'escalate'
  readonly by: string
  readonly note: string
  readonly until: number | null
}

/** When things of a kind and label come up: `openedAt + shiftMs`, smaller first. */
export interface DeskShift {
  readonly kind: DeskKind
  readonly label: Label
  readonly isExpedited: boolean
  readonly shiftMs: number
}

export interface QueueFilter extends PageRequest {
  /** Whoever asks: sees neither what they may not decide nor what they have skipped. */
  readonly userId: string
  readonly isLead: boolean
  /** `mine`: what one holds; `aside`: put aside by anybody; `escalated`: handed to leads. */
  readonly state: 'waiting' | 'mine' | 'aside' | 'escalated'
  /** The order, and at the same time which kinds and labels are wanted at all. */
  readonly shifts: readonly DeskShift[]
  readonly appid?: string | undefined
  readonly scene?: number | undefined
}

export interface DeskCount {
  readonly kind: DeskKind
  readonly count: number
  readonly oldestAt: number
  /** There are more than were counted. */
  readonly isAtLeast: boolean
}

/** What is behind an item: only the server's use cases ask. */
export type DeskSubject =
  | { readonly kind: 'case'; readonly checkId: string }
  | { readonly kind: 'release'; readonly releaseId: string }
  | { readonly kind: 'material'; readonly materialId: string }
  | { readonly kind: 'look'; readonly purpose: LookPurpose; readonly subject: string }

export interface Vote {
  readonly itemId: string
  readonly purpose: VotePurpose
  /** The check, or the golden task. */
  readonly subject: string
  readonly userId: string
  readonly kind: CheckedKind
  readonly verdict: 'pass' | 'risky'
  readonly label: Label
  readonly clauses: readonly string[]
  readonly note: string
  readonly spentMs: number | null
  readonly at: number
}

export interface VoteRow extends Vote {
  readonly userName: string
  /** Of a golden task: what is right. Null for all others. */
  readonly right: { readonly verdict: 'pass' | 'risky'; readonly label: Label } | null
}

export interface Settling {
  readonly itemId: string
  readonly proof: ClaimProof
  readonly decision: CaseDecision
  readonly clauses: readonly string[]
  readonly spentMs: number | null
  /** Whether a second person looks as well, and whether the app hears before that. */
  readonly second: 'none' | 'after' | 'before'
  /** What the app is told of a decision, the present one or an earlier one that counts only now. */
  readonly tell: (decision: CaseDecision) => CaseTold
}

export interface Settled {
  /** What became of it; the caller must not tell the reviewer which of these it was. */
  readonly outcome: 'counts' | 'awaitsSecond' | 'agreed' | 'disagreed' | 'corrected' | 'golden'
}

export interface GoldenContent {
  readonly texts: readonly CheckedText[] | null
  readonly evidence: unknown
  readonly edition: string
}

export interface GoldenTask {
  readonly id: string
  readonly checkId: string
  readonly kind: CheckedKind
  readonly appid: string
  readonly writer: string | null
  readonly scene: number
  readonly label: Label
  readonly content: GoldenContent
  readonly verdict: 'pass' | 'risky'
  readonly rightLabel: Label
  readonly addedAt: number
  readonly isRetired: boolean
}

export interface SavedFilter {
  readonly name: string
  readonly kinds: readonly DeskKind[]
  readonly labels: readonly Label[]
  readonly appid?: string | undefined
  readonly scene?: number | undefined
}

export interface DeskPerson {
  readonly userId: string
  readonly skills: readonly string[]
  readonly filters: readonly SavedFilter[]
  /** The person's own wishes how hard things are shown. */
  readonly shield: Readonly<Record<string, unknown>>
}

/** What is absent stays as it is. */
export type DeskPersonChange = {
  readonly [Name in Exclude<keyof DeskPerson, 'userId'>]?: DeskPerson[Name] | undefined
}

export interface Exposure {
  readonly userId: string
  readonly itemId: string
  readonly kind: DeskKind
  readonly label: Label
  readonly day: string
  readonly at: number
}

export interface AppealAnswer {
  /** Who had rejected. */
  readonly userId: string
  readonly userName: string
  readonly isOverturned: boolean
  readonly at: number
}

export interface PastCase {
  readonly id: string
  readonly kind: CheckedKind
  readonly appid: string
  readonly scene: number
  readonly label: Label
  readonly openedAt: number
  /** As it counts now; null while it waits. */
  readonly verdict: 'pass' | 'risky' | null
  readonly finalLabel: Label | null
  readonly note: string | null
}

export interface PastPart {
  /** Of the latest thousand. */
  readonly tally: { readonly waiting: number; readonly passed: number; readonly risky: number }
  /** A few: what was decided first, then what waits; newest first. */
  readonly items: readonly PastCase[]
}

/** Other cases of the same writer in this app, of the app, and of the very same content anywhere. */
export interface Past {
  readonly ofWriter: PastPart
  readonly ofApp: PastPart
  readonly ofContent: PastPart
}

/** What somebody thought of a check. */
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
  readonly kind: CheckedKind
  readonly appid: string
  readonly said: Said
  /** `by`: the lead's name. */
  readonly stands: Said & { readonly by: string }
}

export interface Desk {
  past(checkId: string): Promise<Past>
  /** Of these checks, those whose decision somebody is still to look at blindly. */
  underSecondLook(checkIds: readonly string[]): Promise<ReadonlySet<string>>
  /** Soonest first. Cost: kinds × labels × limit, however many wait. */
  list(filter: QueueFilter, now: number): Promise<Page<DeskItem>>
  countWaiting(): Promise<readonly DeskCount[]>
  find(id: string, now: number): Promise<DeskItem | null>
  subjectOf(id: string): Promise<DeskSubject | null>
  /** As `Claims.take`. CASE_NOT_FOUND; SECOND_PERSON_NEEDED where the user has decided before. */
  claim(id: string, userId: string, now: number, lastsMs: number): Promise<ClaimAnswer>
  /** Claims the first of `list` that nobody holds; null when there is none. */
  claimNext(
    filter: QueueFilter,
    now: number,
    lastsMs: number,
  ): Promise<(DeskItem & { readonly granted: Claim }) | null>
  giveBack(id: string, userId: string): Promise<boolean>
  mark(
    itemId: string,
    userId: string,
    mark: Omit<DeskMark, 'by' | 'kind'> & { kind: MarkKind; at: number },
  ): Promise<void>
  unmark(itemId: string, kind: MarkKind): Promise<void>

  /** Not for releases: theirs is `Releases.append`. Throws as `Cases.decide`. */
  settle(settling: Settling): Promise<Settled>
  /** Newest first, of everybody or one person. */
  votes(filter: {
    from: number
    until: number
    userId?: string | undefined
  }): Promise<readonly VoteRow[]>
  countVotes(userId: string): Promise<number>
  corrected(userId: string, page: PageRequest): Promise<Page<Corrected>>
  appealAnswers(from: number, until: number): Promise<readonly AppealAnswer[]>

  addGolden(draft: Omit<GoldenTask, 'id' | 'isRetired'>, addedBy: string): Promise<GoldenTask>
  findGolden(id: string): Promise<GoldenTask | null>
  listGolden(): Promise<readonly GoldenTask[]>
  retireGolden(id: string, at: number): Promise<boolean>
  /** A task that this person has not had, as an item that they hold; null when there is none. */
  openGolden(
    kinds: readonly DeskKind[],
    userId: string,
    now: number,
    lastsMs: number,
  ): Promise<(DeskItem & { readonly granted: Claim }) | null>

  person(userId: string): Promise<DeskPerson>
  people(): Promise<readonly DeskPerson[]>
  setPerson(userId: string, change: DeskPersonChange): Promise<DeskPerson>

  /** Once for each item and day. */
  expose(exposure: Exposure): Promise<void>
  countExposures(userId: string, day: string): Promise<number>
  exposuresOf(day: string): Promise<readonly { readonly userId: string; readonly count: number }[]>
}
