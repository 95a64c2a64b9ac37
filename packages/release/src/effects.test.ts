import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Effect } from './effect.ts'
import type { ReleaseEvent } from './event.ts'
import { actor, approvedAt, event, filedAt, HOUR_MS, lived, MONDAY, NOTES } from './examples.ts'
import { DAY_MS, DEFAULT_CLOCK } from './filing/clock.ts'
import { transition } from './transition.ts'

const DUE = MONDAY + 7 * DAY_MS + 14 * HOUR_MS
const SECOND = { actor: actor('reviewer', 'second') }
const OPERATOR = { actor: actor('operator') }

/** An effect in one line: what it is, and the part of it that tells it from its neighbours. */
function inShort(effect: Effect): string {
  switch (effect.kind) {
    case 'openReviewerCase':
      return `open review: ${effect.because}`
    case 'closeReviewerCase':
      return 'close review'
    case 'openAuthorityCase':
      return `open filing: ${effect.region}`
    case 'closeAuthorityCase':
      return 'close filing'
    case 'notifyDeveloper':
      return `tell: ${effect.notice}`
    case 'notifyAuthority':
      return `tell authority: ${effect.region}`
    case 'pushWechatEvent':
      return `push: ${effect.event} #${effect.auditId}`
    case 'addToLedger':
      return `ledger: ${effect.categories.map(({ second }) => second).join()}`
    default:
      return effect.kind
  }
}

const submitted = approvedAt(MONDAY).slice(0, 2)
const inReview = approvedAt(MONDAY).slice(0, 3)
const filed = filedAt(MONDAY)
const early = [...filed, event('preLaunched', DUE)]
const out = [...early, event('launched', DUE)]
const rejected = [...inReview, event('reviewerRejected')]
const stood = { ...DEFAULT_CLOCK, pausesFor: ['subjectUnreachable' as const] }

const cases: [after: string, story: ReleaseEvent[], next: ReleaseEvent, effects: string[]][] = [
  ['a draft', [event('created')], event('submitted'), ['runMachineReview']],
  ['a submission', submitted, event('machinePassed'), ['open review: machinePassed']],
  [
    'a submission that could not be judged whole',
    submitted,
    event('machinePassed', MONDAY, { verdict: 'review' }),
    ['open review: machineUnsure'],
  ],
  [
    'a submission',
    submitted,
    event('machineRejected'),
    ['push: weapp_audit_fail #1', 'tell: rejected'],
  ],
  ['a submission', submitted, event('withdrawn'), []],
  [
    'a review',
    inReview,
    event('reviewerRejected'),
    ['close review', 'push: weapp_audit_fail #1', 'tell: rejected'],
  ],
  [
    'a review',
    inReview,
    event('reviewerApproved'),
    ['close review', 'push: weapp_audit_success #1', 'tell: approved'],
  ],
  [
    'a review that finds filing categories: for WeChat it goes on',
    inReview,
    event('reviewerApproved', MONDAY, { filing: [NOTES] }),
    ['close review', 'startFiling'],
  ],
  ['a review', inReview, event('delayed'), ['push: weapp_audit_delay #1', 'tell: delayed']],
  ['a review', inReview, event('expedited'), ['raisePriority', 'tell: expedited']],
  ['a review', inReview, event('withdrawn'), ['close review']],
  ['a rejection', rejected, event('appealed'), ['open review: appeal']],
  [
    'an appeal',
    [...rejected, event('appealed')],
    event('appealDismissed', MONDAY, SECOND),
    ['close review', 'tell: appealDismissed'],
  ],
  [
    'an appeal',
    [...rejected, event('appealed')],
    event('rejectionReversed', MONDAY, SECOND),
    ['close review', 'open review: reversal', 'tell: rejectionReversed'],
  ],
  ['an appeal', [...rejected, event('appealed')], event('withdrawn'), ['close review']],
  [
    'an approval',
    filed.slice(0, 4),
    event('filingStarted'),
    ['open filing: CN-GD', 'tell: filingStarted'],
  ],
  ['a filing', filed, event('withdrawn'), ['close filing']],
  ['a filing', filed, event('expediteRefused'), ['tell: expediteRefused']],
  ['a filing', filed, event('materialRequested'), ['tell: materialRequested']],
  ['a filing', filed, event('contactLogged'), []],
  [
    'a request for material',
    [...filed, event('materialRequested')],
    event('materialSupplied'),
    ['tell authority: CN-GD'],
  ],
  ['a filing', filedAt(MONDAY, stood), event('filingPaused'), ['tell: filingPaused']],
  [
    'a pause',
    [...filedAt(MONDAY, stood), event('filingPaused')],
    event('filingResumed'),
    ['tell: filingResumed'],
  ],
  [
    'a filing',
    filed,
    event('filingPassed'),
    ['close filing', 'ledger: 笔记', 'push: weapp_audit_success #1', 'tell: filingPassed'],
  ],
  [
    'a filing',
    filed,
    event('filingRejected'),
    ['close filing', 'push: weapp_audit_fail #1', 'tell: filingRejected'],
  ],
  [
    'a filing',
    filed,
    event('preLaunched', DUE),
    ['push: weapp_audit_success #1', 'tell: preLaunched'],
  ],
  [
    'a pre-launch: for WeChat it passed already',
    early,
    event('filingPassed', DUE),
    ['close filing', 'ledger: 笔记', 'tell: filingPassed'],
  ],
  [
    'a pre-launch',
    early,
    event('filingRejected', DUE),
    ['close filing', 'push: weapp_audit_fail #1', 'tell: filingRejected'],
  ],
  ['a pre-launch', early, event('launched', DUE), ['supersedeOthers']],
  ['a pre-launch', early, event('greyLaunched', DUE), []],
  ['a launch', out, event('filingRejected', DUE), ['close filing', 'tell: takedownOrdered']],
  [
    'an order that is stricter than the rejection',
    [...out, event('takedownOrdered', DUE, { deadlineAt: DUE + 1 })],
    event('filingRejected', DUE),
    ['close filing', 'tell: filingRejected'],
  ],
  ['a launch', out, event('takedownOrdered', DUE), ['tell: takedownOrdered']],
  ['a launch, by its developer', out, event('rolledBack', DUE), ['reinstatePrevious']],
  [
    'a launch, by the operator',
    out,
    event('rolledBack', DUE, OPERATOR),
    ['reinstatePrevious', 'tell: rolledBack'],
  ],
  ['a launch', out, event('reexaminationStarted', DUE), ['open review: again']],
  [
    'a re-examination',
    [...out, event('reexaminationStarted', DUE)],
    event('reexaminationCleared', DUE),
    ['close review'],
  ],
  [
    'a re-examination',
    [...out, event('reexaminationStarted', DUE)],
    event('superseded', DUE),
    ['close review', 'tell: superseded'],
  ],
  ['an order', [...out, event('takedownOrdered', DUE)], event('takenDown', DUE), []],
  [
    'an order',
    [...out, event('takedownOrdered', DUE)],
    event('takedownLifted', DUE),
    ['tell: takedownLifted'],
  ],
  [
    'a take-down',
    [...out, event('takedownOrdered', DUE), event('takenDown', DUE)],
    event('rectified', DUE),
    ['tell authority: CN-GD'],
  ],
  [
    'a rectification',
    [...out, event('takedownOrdered', DUE), event('takenDown', DUE), event('rectified', DUE)],
    event('rectificationRefused', DUE),
    ['tell: rectificationRefused'],
  ],
  [
    'a rectification',
    [...out, event('takedownOrdered', DUE), event('takenDown', DUE), event('rectified', DUE)],
    event('reinstated', DUE),
    ['tell: reinstated'],
  ],
]

for (const [after, story, next, effects] of cases) {
  test(`after ${after}, ${next.kind} leads to: ${effects.join(', ') || 'nothing more'}`, () => {
    const result = transition(lived(...story), next)
    assert.ok(result.ok, result.ok ? '' : result.because.en)
    assert.deepEqual(result.effects.map(inShort), effects)
  })
}
