/**
 * What the world must do after an event: values, so that the caller can write them to an outbox in
 * the same transaction as the event. Nothing here acts.
 */

import type { Category } from '@fangxing/contract'

/** Which letter the developer gets; `describeNotice` has the words. */
export type NoticeKind =
  | 'rejected'
  | 'delayed'
  | 'expediteRefused'
  | 'filingStarted'
  | 'materialRequested'
  | 'filingPaused'
  | 'filingResumed'
  | 'filingPassed'
  | 'filingRejected'
  | 'preLaunched'
  | 'approved'
  | 'appealDismissed'
  | 'rejectionReversed'
  | 'launched'
  | 'takedownOrdered'
  | 'takedownLifted'
  | 'takenDown'
  | 'rectificationRefused'
  | 'reinstated'
  | 'superseded'
  | 'rolledBack'
  | 'expedited'

export interface Notice {
  readonly notice: NoticeKind
  /** Clause ids that say why; empty when nothing was held against the release. */
  readonly clauses: readonly string[]
  readonly note: string
  /** By when something must be done or is promised; null when there is no such time. */
  readonly byAt: number | null
  readonly missingCategories: readonly Category[]
}

export type Effect =
  | { readonly kind: 'runMachineReview'; readonly auditId: number }
  | { readonly kind: 'openReviewerCase'; readonly because: ReviewerCaseReason }
  | { readonly kind: 'closeReviewerCase' }
  | { readonly kind: 'raisePriority'; readonly auditId: number }
  /** Append `filingStarted` in the same transaction. */
  | { readonly kind: 'startFiling'; readonly categories: readonly Category[] }
  | {
      readonly kind: 'openAuthorityCase'
      readonly region: string
      readonly categories: readonly Category[]
    }
  | { readonly kind: 'closeAuthorityCase' }
  /** These categories completed filing for the app: its next versions do not file them again. */
  | { readonly kind: 'addToLedger'; readonly categories: readonly Category[] }
  /** Append `superseded` to every other release of the app that `isSupersededByLaunch`. */
  | { readonly kind: 'supersedeOthers' }
  /** Append `reinstated` to the release that served before this one. */
  | { readonly kind: 'reinstatePrevious' }
  | ({ readonly kind: 'notifyDeveloper' } & Notice)
  | { readonly kind: 'notifyAuthority'; readonly region: string; readonly note: string }
  | {
      readonly kind: 'pushWechatEvent'
      readonly event: WechatAuditEvent
      readonly auditId: number
      readonly note: string
    }

export type ReviewerCaseReason = 'machineUnsure' | 'machinePassed' | 'appeal' | 'reversal' | 'again'

export type WechatAuditEvent = 'weapp_audit_success' | 'weapp_audit_fail' | 'weapp_audit_delay'
