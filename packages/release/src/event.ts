/**
 * What can happen to a release: each event with who did it, when, and what belongs to it.
 *
 * `at` is epoch milliseconds, UTC, read by the caller. Events are stored as they are and never
 * changed; the life is their fold.
 */

import type { Category, Subject, UgcDeclaration, Verdict } from '@fangxing/contract'
import type { ClockPolicy, PauseReason } from './filing/clock.ts'
import type { EventKind } from './table.ts'

export const ACTOR_KINDS = ['developer', 'machine', 'reviewer', 'authority', 'operator'] as const

export type ActorKind = (typeof ACTOR_KINDS)[number]

/** Who acts, under which role. A person with two roles acts under one at a time. */
export interface Actor {
  readonly kind: ActorKind
  readonly id: string
  readonly name: string
}

/** Why a case was decided as it was: clause ids `<book>/<number>`, and a sentence for the developer. */
interface Grounds {
  readonly clauses: readonly string[]
  readonly note: string
}

interface Remark {
  readonly note?: string
}

/** What each kind of event carries besides `kind`, `at` and `actor`. */
export interface Payloads {
  created: { readonly appid: string; readonly version: string; readonly description: string }
  submitted: {
    readonly auditId: number
    readonly categories: readonly Category[]
    readonly subject: Subject
    readonly ugcDeclaration?: UgcDeclaration
  } & Remark
  /** `verdict` is `review` when something could not be judged; a person sees it either way. */
  machinePassed: { readonly verdict: Exclude<Verdict, 'reject'>; readonly edition: string }
  machineRejected: Grounds & {
    readonly edition: string
    /** Categories whose content was seen but which were not declared: "add category X". */
    readonly missingCategories?: readonly Category[]
  }
  /** `filing` lists the categories that must file: what `filingNeed` answered. Empty: none. */
  reviewerApproved: { readonly filing: readonly Category[]; readonly fence?: number } & Remark
  reviewerRejected: Grounds & {
    readonly fence?: number
    readonly missingCategories?: readonly Category[]
  }
  delayed: { readonly note: string }
  /** A speed-up of our own code review; there is none for a filing. */
  expedited: Remark
  expediteRefused: { readonly note: string }
  withdrawn: Remark
  appealed: { readonly note: string }
  appealDismissed: Grounds
  rejectionReversed: { readonly note: string }
  /** The notice goes out with this event: its time starts the clock. */
  filingStarted: {
    readonly region: string
    readonly categories: readonly Category[]
    readonly policy: ClockPolicy
    /** False for overseas subjects that are not enterprises: no seven days, no pre-launch. */
    readonly promised: boolean
  }
  filingPassed: Remark
  /** A version that is already out must go by `deadlineAt`; absent means `TAKEDOWN_NOTICE_MS`. */
  filingRejected: Grounds & { readonly deadlineAt?: number }
  materialRequested: { readonly note: string }
  materialSupplied: { readonly note: string }
  contactLogged: { readonly note: string; readonly codeVerified: boolean }
  filingPaused: { readonly reason: PauseReason; readonly note: string }
  filingResumed: Remark
  preLaunched: Remark
  launched: Remark
  greyLaunched: { readonly percentage: number }
  greyCancelled: Remark
  takedownOrdered: {
    readonly note: string
    readonly deadlineAt: number
    readonly clauses?: readonly string[]
  }
  takedownLifted: { readonly note: string }
  takenDown: Remark
  rectified: { readonly note: string }
  rectificationRefused: { readonly note: string }
  reinstated: Remark
  reexaminationStarted: { readonly note: string; readonly edition?: string }
  reexaminationCleared: Remark
  rolledBack: { readonly note: string }
  superseded: { readonly byReleaseId: string }
}

/** One kind of event, whole; for several kinds, the union of them. */
export type EventOf<Kind extends EventKind> = Kind extends Kind
  ? { readonly kind: Kind; readonly at: number; readonly actor: Actor } & Payloads[Kind]
  : never

/** Any event: a union over `kind`, so a `switch` knows what each one carries. */
export type ReleaseEvent = EventOf<EventKind>
