/**
 * What follows from each event, given the life before and after it. In order: cases, record, words.
 *
 * Nobody is told of what they did themselves. WeChat's events are pushed only where its own audit
 * status changes: not while filing, since a filing shows there as "in review".
 */

import type { Category } from '@fangxing/contract'
import type { Effect, Notice, NoticeKind, ReviewerCaseReason, WechatAuditEvent } from './effect.ts'
import type { EventOf, ReleaseEvent } from './event.ts'
import { dueAtOf } from './filing/clock.ts'
import type { Life } from './life.ts'
import { currentSubmission } from './life.ts'
import type { EventKind, State } from './table.ts'

interface Step<Kind extends EventKind> {
  readonly before: Life
  readonly after: Life
  readonly event: EventOf<Kind>
}

type Follow<Kind extends EventKind> = (step: Step<Kind>) => readonly Effect[]

const FOLLOWS: { readonly [Kind in EventKind]?: Follow<Kind> } = {
  submitted: ({ event }) => [{ kind: 'runMachineReview', auditId: event.auditId }],
  machinePassed: ({ event }) => [
    opened(event.verdict === 'review' ? 'machineUnsure' : 'machinePassed'),
  ],
  machineRejected: ({ after, event }) => rejected(after, event),
  reviewerRejected: ({ after, event }) => [closedReview, ...rejected(after, event)],
  reviewerApproved: ({ after, event }) =>
    event.filing.length > 0
      ? [closedReview, { kind: 'startFiling', categories: event.filing }]
      : [closedReview, ...push(after, 'weapp_audit_success', ''), tell('approved', event)],
  delayed: ({ after, event }) => [
    ...push(after, 'weapp_audit_delay', event.note),
    tell('delayed', event),
  ],
  expedited: ({ after, event }) => [
    { kind: 'raisePriority', auditId: currentSubmission(after)?.auditId ?? 0 },
    tell('expedited', event),
  ],
  expediteRefused: ({ event }) => [tell('expediteRefused', event)],
  withdrawn: ({ before }) => closedBy(before.state),
  appealed: () => [opened('appeal')],
  appealDismissed: ({ event }) => [closedReview, tell('appealDismissed', event)],
  rejectionReversed: ({ event }) => [
    closedReview,
    opened('reversal'),
    tell('rejectionReversed', event),
  ],

  filingStarted: ({ after, event }) => [
    { kind: 'openAuthorityCase', region: event.region, categories: event.categories },
    tell('filingStarted', event, { byAt: after.filing && dueAtOf(after.filing) }),
  ],
  filingPassed: ({ before, after, event }) => [
    closedFiling,
    { kind: 'addToLedger', categories: after.filing?.categories ?? [] },
    ...(isFiling(before.state) ? push(after, 'weapp_audit_success', '') : []),
    tell('filingPassed', event),
  ],
  filingRejected: (step) => [closedFiling, ...filingFailed(step)],
  materialRequested: ({ event }) => [tell('materialRequested', event)],
  materialSupplied: ({ after, event }) => [
    { kind: 'notifyAuthority', region: after.filing?.region ?? '', note: event.note },
  ],
  filingPaused: ({ event }) => [tell('filingPaused', event)],
  filingResumed: ({ after, event }) => [
    tell('filingResumed', event, { byAt: after.filing && dueAtOf(after.filing) }),
  ],
  preLaunched: ({ after, event }) => [
    ...push(after, 'weapp_audit_success', ''),
    tell('preLaunched', event),
  ],

  launched: ({ event }) => [{ kind: 'supersedeOthers' }, tell('launched', event)],
  takedownOrdered: ({ event }) => [tell('takedownOrdered', event, { byAt: event.deadlineAt })],
  takedownLifted: ({ event }) => [tell('takedownLifted', event)],
  takenDown: ({ event }) => [tell('takenDown', event)],
  rectified: ({ after, event }) => [
    { kind: 'notifyAuthority', region: regionOf(after), note: event.note },
  ],
  rectificationRefused: ({ event }) => [tell('rectificationRefused', event)],
  reinstated: ({ event }) => [tell('reinstated', event)],
  reexaminationStarted: () => [opened('again')],
  reexaminationCleared: () => [closedReview],
  rolledBack: ({ event }) => [{ kind: 'reinstatePrevious' }, tell('rolledBack', event)],
  superseded: ({ before, event }) => [
    ...(before.reexaminationSince === null ? [] : [closedReview]),
    tell('superseded', event),
  ],
}

/** The effects of an event that was accepted; empty where only the state changes. */
export function effectsOf(before: Life, after: Life, event: ReleaseEvent): readonly Effect[] {
  const follow = FOLLOWS[event.kind] as
    | ((step: { before: Life; after: Life; event: ReleaseEvent }) => readonly Effect[])
    | undefined
  const effects = follow?.({ before, after, event }) ?? []
  return effects.filter(
    (effect) => effect.kind !== 'notifyDeveloper' || event.actor.kind !== 'developer',
  )
}

const closedReview: Effect = { kind: 'closeReviewerCase' }
const closedFiling: Effect = { kind: 'closeAuthorityCase' }

function opened(because: ReviewerCaseReason): Effect {
  return { kind: 'openReviewerCase', because }
}

function closedBy(state: State): readonly Effect[] {
  if (isFiling(state)) return [closedFiling]
  return state === 'machineReview' ? [] : [closedReview]
}

function isFiling(state: State): boolean {
  return state === 'filing' || state === 'materialRequested'
}

function regionOf(life: Life): string {
  return life.filing?.region ?? currentSubmission(life)?.subject.region ?? ''
}

function rejected(
  after: Life,
  event: EventOf<'machineRejected' | 'reviewerRejected'>,
): readonly Effect[] {
  return [
    ...push(after, 'weapp_audit_fail', event.note),
    tell('rejected', event, { missingCategories: event.missingCategories ?? [] }),
  ]
}

function filingFailed({ before, after, event }: Step<'filingRejected'>): readonly Effect[] {
  const fails = after.state === 'filingRejected' ? push(after, 'weapp_audit_fail', event.note) : []
  const raisesOrder = after.takedown !== null && after.takedown !== before.takedown
  const letter = raisesOrder
    ? tell('takedownOrdered', event, { byAt: after.takedown.deadlineAt })
    : tell('filingRejected', event)
  return [...fails, letter]
}

function push(life: Life, event: WechatAuditEvent, note: string): readonly Effect[] {
  const auditId = currentSubmission(life)?.auditId
  return auditId === undefined ? [] : [{ kind: 'pushWechatEvent', event, auditId, note }]
}

function tell(
  notice: NoticeKind,
  event: ReleaseEvent,
  more: { byAt?: number | null; missingCategories?: readonly Category[] } = {},
): Effect {
  const note = 'note' in event ? (event.note ?? '') : ''
  const clauses = 'clauses' in event ? (event.clauses ?? []) : []
  const { byAt = null, missingCategories = [] } = more
  const letter: Notice = { notice, clauses, note, byAt, missingCategories }
  return { kind: 'notifyDeveloper', ...letter }
}
