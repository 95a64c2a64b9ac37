/**
 * Cases: what the machine left in doubt, waiting for a person, and what people decided.
 *
 * A case opens in the transaction of the check that answers `review`. A decision needs a running
 * claim and is written once. What it teaches the lists is a proposal that a second person answers.
 */

import type { Label, TermLevel } from '@fangxing/contract'
import type { Publication, TermEdition, TermListChange } from '../lexicon/lexicon.types.ts'
import type { EventDraft, PushDraft } from '../outbox/outbox.types.ts'
import type { Page, PageRequest } from '../page.types.ts'
import type { ClaimAnswer, ClaimProof, ClaimView } from '../releases.types.ts'

export interface CaseDecision {
  readonly verdict: 'pass' | 'risky'
  readonly label: Label
  /** Told to the app; maybe empty. */
  readonly note: string
  /** The name of the reviewer; never told to the app. */
  readonly by: string
  readonly at: number
}

export interface Case {
  /** Also its own id: a check has at most one case. */
  readonly checkId: string
  readonly appid: string
  readonly writer: string | null
  readonly scene: number
  /** As the machine suspected. */
  readonly label: Label
  readonly openedAt: number
  /** Null when nobody holds it at the time of asking. */
  readonly claim: ClaimView | null
  readonly decision: CaseDecision | null
}

export interface CaseFilter extends PageRequest {
  readonly state: 'waiting' | 'decided'
  readonly appid?: string | undefined
  /** Of these apps and no others. */
  readonly appids?: readonly string[] | undefined
  readonly label?: Label | undefined
  readonly scene?: number | undefined
}

/** Which cases are meant: `state` is always `waiting`. */
export type WaitingFilter = Pick<CaseFilter, 'appid' | 'appids' | 'label' | 'scene'>

export interface CaseTold {
  readonly webhookEvents: readonly EventDraft[]
  readonly pushes: readonly PushDraft[]
}

export interface Cases {
  find(checkId: string, now: number): Promise<Case | null>
  /** Waiting ones oldest first, decided ones newest first. */
  list(filter: CaseFilter, now: number): Promise<Page<Case>>
  /** How many wait, and since when the oldest does. Cost: the waiting ones. */
  countWaiting(
    filter?: WaitingFilter,
  ): Promise<{ readonly count: number; readonly oldestAt: number | null }>
  /** As `Claims.take`. Throws CASE_NOT_FOUND, and EVENT_NOT_ALLOWED when it is decided. */
  claim(checkId: string, userId: string, now: number, lastsMs: number): Promise<ClaimAnswer>
  /** Claims the oldest waiting case that nobody holds; null when there is none. */
  claimNext(
    filter: WaitingFilter,
    userId: string,
    now: number,
    lastsMs: number,
  ): Promise<Case | null>
  /** False when the user does not hold it. */
  giveBack(checkId: string, userId: string): Promise<boolean>
  /**
   * Writes the decision and what it tells, in one transaction. Throws CASE_NOT_FOUND,
   * EVENT_NOT_ALLOWED when it is decided already, STALE_FENCE when the claim does not run.
   */
  decide(
    checkId: string,
    proof: ClaimProof,
    decision: CaseDecision,
    tell: (decided: Case) => CaseTold,
  ): Promise<Case>
}

/** What a decision would teach the lists. */
export type ListChange =
  /** A word that shall be listed. */
  | {
      readonly kind: 'deny'
      readonly text: string
      readonly label: Label
      readonly level: TermLevel
    }
  /** A phrase in which a listed term is innocent. */
  | {
      readonly kind: 'allow'
      readonly termId: string
      /** As it was listed then. */
      readonly term: string
      readonly phrase: string
    }
  /** The picture of the case, by its hash. */
  | PictureChange

export interface PictureChange {
  readonly kind: 'denyPicture' | 'allowPicture'
  /** 64 hexadecimal digits. */
  readonly bits: string
  /** Of the same picture cropped a little or mirrored; they enter the bank with it. */
  readonly variants?: readonly string[] | undefined
  readonly label: Label
}

export interface Proposal {
  readonly id: string
  readonly checkId: string
  readonly change: ListChange
  readonly proposedBy: { readonly id: string; readonly name: string }
  readonly proposedAt: number
  readonly answer: {
    readonly kind: 'agreed' | 'refused'
    readonly by: { readonly id: string; readonly name: string }
    readonly at: number
    /** The edition of the lexicon that it made; null when refused, or when nothing was different. */
    readonly edition: number | null
  } | null
}

export interface ProposalDraft {
  readonly checkId: string
  readonly change: ListChange
  readonly proposedBy: string
  readonly proposedAt: number
}

export interface ProposalFilter extends PageRequest {
  readonly checkId?: string | undefined
  readonly open?: boolean | undefined
}

export interface Proposals {
  /** Throws CASE_NOT_FOUND. */
  add(draft: ProposalDraft): Promise<Proposal>
  find(id: string): Promise<Proposal | null>
  /** Newest first. */
  list(filter?: ProposalFilter): Promise<Page<Proposal>>
  /**
   * Publishes the change with the answer, or neither. Throws PROPOSAL_NOT_FOUND, EVENT_NOT_ALLOWED
   * when it has its answer, SECOND_PERSON_NEEDED when who proposed it agrees.
   */
  agree(
    id: string,
    userId: string,
    change: TermListChange,
    publication: Publication,
  ): Promise<TermEdition | null>
  /** Also by who proposed it: that is taking it back. Throws as `agree`. */
  refuse(id: string, userId: string, now: number): Promise<void>
  /** Puts the picture into the bank with the answer, or neither. Throws as `agree`. */
  agreeToPicture(
    id: string,
    userId: string,
    picture: PictureChange,
    about: Pick<Publication, 'by' | 'at'>,
  ): Promise<void>
}
