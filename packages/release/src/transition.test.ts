import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ReleaseEvent } from './event.ts'
import { actor, approvedAt, event, FORUM, filedAt, lived, MONDAY, NOTES } from './examples.ts'
import type { ClockPolicy } from './filing/clock.ts'
import { DAY_MS, DEFAULT_CLOCK } from './filing/clock.ts'
import { fold } from './fold.ts'
import type { Life } from './life.ts'
import { REFUSALS } from './refusals.ts'
import { allowedEvents, MAX_CLOCK_SKEW_MS, transition } from './transition.ts'

const DUE = MONDAY + 7 * DAY_MS + 14 * 3_600_000

function refusal(life: Life | null, next: ReleaseEvent) {
  const result = transition(life, next)
  assert.ok(!result.ok, `${next.kind} was accepted`)
  return result
}

function after(life: Life | null, next: ReleaseEvent): Life {
  const result = transition(life, next)
  assert.ok(result.ok, result.ok ? '' : result.because.en)
  return result.life
}

const inFiling = lived(...filedAt(MONDAY))
const preLaunched = after(inFiling, event('preLaunched', DUE))
const launched = after(lived(...approvedAt(MONDAY)), event('launched'))
const PAUSING: ClockPolicy = {
  ...DEFAULT_CLOCK,
  pausesFor: ['subjectUnreachable', 'materialRequested'],
}
const rejected = lived(...approvedAt(MONDAY).slice(0, 3), event('reviewerRejected'))
const reversed = lived(
  ...approvedAt(MONDAY).slice(0, 3),
  event('reviewerRejected'),
  event('appealed'),
  event('rejectionReversed', MONDAY, { actor: actor('reviewer', 'second') }),
)

const refused: [name: string, life: Life | null, next: ReleaseEvent, because: object][] = [
  [
    'a developer who approves',
    lived(...approvedAt(MONDAY).slice(0, 3)),
    event('reviewerApproved', MONDAY, { actor: actor('developer') }),
    REFUSALS.notThisRole,
  ],
  [
    'a launch before the filing that the approval asked for has begun',
    lived(...filedAt(MONDAY).slice(0, 4)),
    event('launched'),
    REFUSALS.mustFileFirst,
  ],
  [
    'a filing of a version that has nothing to file',
    lived(...approvedAt(MONDAY)),
    event('filingStarted'),
    REFUSALS.nothingToFile,
  ],
  [
    'a filing that leaves out a category that must file',
    lived(...filedAt(MONDAY).slice(0, 4)),
    event('filingStarted', MONDAY, { categories: [FORUM] }),
    REFUSALS.categoriesLeftOut,
  ],
  [
    'a pre-launch one millisecond early',
    inFiling,
    event('preLaunched', DUE - 1),
    REFUSALS.notDueYet,
  ],
  [
    'an answer to a filing that was answered',
    after(inFiling, event('filingPassed')),
    event('filingPassed'),
    REFUSALS.notInThisState,
  ],
  ['an answer to a launch that never filed', launched, event('filingPassed'), REFUSALS.notFiled],
  [
    'a pause that the policy does not know',
    inFiling,
    event('filingPaused'),
    REFUSALS.pauseNotInPolicy,
  ],
  ['a clock that is started but never stood', inFiling, event('filingResumed'), REFUSALS.notPaused],
  [
    'an audit id that this release has used',
    lived(...approvedAt(MONDAY).slice(0, 2), event('withdrawn')),
    event('submitted'),
    REFUSALS.auditIdUsed,
  ],
  [
    'a staged launch at 101 percent',
    preLaunched,
    event('greyLaunched', DUE, { percentage: 101 }),
    REFUSALS.percentageOutOfRange,
  ],
  [
    'a staged launch that does not grow',
    after(preLaunched, event('greyLaunched', DUE, { percentage: 20 })),
    event('greyLaunched', DUE, { percentage: 20 }),
    REFUSALS.percentageNotHigher,
  ],
  [
    'a take-down order whose deadline has passed',
    launched,
    event('takedownOrdered', MONDAY, { deadlineAt: MONDAY }),
    REFUSALS.deadlineInThePast,
  ],
  [
    'the platform taking a version down before the deadline',
    after(launched, event('takedownOrdered', MONDAY, { deadlineAt: DUE })),
    event('takenDown', DUE - 1, { actor: actor('machine') }),
    REFUSALS.deadlineNotReached,
  ],
  [
    'a return to a version that never served',
    after(lived(...approvedAt(MONDAY)), event('superseded')),
    event('reinstated'),
    REFUSALS.neverLaunched,
  ],
  [
    'a return to a version that was ordered down',
    lived(...approvedAt(MONDAY), event('launched'), event('takedownOrdered'), event('superseded')),
    event('reinstated'),
    REFUSALS.stoppedBefore,
  ],
  [
    'a return to a version whose filing was rejected after it had been superseded',
    lived(
      ...filedAt(MONDAY),
      event('preLaunched', DUE),
      event('launched', DUE),
      event('superseded', DUE),
      event('filingRejected', DUE),
    ),
    event('reinstated', DUE),
    REFUSALS.stoppedBefore,
  ],
  [
    'a rejection of a filing that passed long ago',
    lived(...filedAt(MONDAY), event('filingPassed'), event('launched')),
    event('filingRejected'),
    REFUSALS.notFiled,
  ],
  [
    'a pre-launch while the clock stands',
    lived(...filedAt(MONDAY, PAUSING), event('filingPaused')),
    event('preLaunched', DUE),
    REFUSALS.clockStands,
  ],
  [
    'an approval by who rejected first, after the reversal',
    reversed,
    event('reviewerApproved'),
    REFUSALS.decidedBefore,
  ],
  [
    'an appeal decided by who rejected',
    after(rejected, event('appealed')),
    event('rejectionReversed'),
    REFUSALS.decidedBefore,
  ],
  [
    'a second rejection by who rejected first, after the reversal',
    reversed,
    event('reviewerRejected'),
    REFUSALS.decidedBefore,
  ],
  [
    'a second appeal of one submission',
    lived(
      ...approvedAt(MONDAY).slice(0, 3),
      event('reviewerRejected'),
      event('appealed'),
      event('appealDismissed', MONDAY, { actor: actor('reviewer', 'second') }),
    ),
    event('appealed'),
    REFUSALS.appealedOnce,
  ],
  ['a second speed-up', expeditedTwice(), event('expedited'), REFUSALS.expedited],
]

function expeditedTwice(): Life {
  return lived(...approvedAt(MONDAY).slice(0, 3), event('expedited'))
}

for (const [name, life, next, because] of refused) {
  test(`refused: ${name}`, () => assert.equal(refusal(life, next).because, because))
}

test('the platform takes a version down once the deadline of the order has come', () => {
  const ordered = after(launched, event('takedownOrdered', MONDAY, { deadlineAt: DUE }))
  assert.equal(
    after(ordered, event('takenDown', DUE, { actor: actor('machine') })).state,
    'takenDown',
  )
})

test('somebody else may reverse a rejection, and then a third person or the second decides', () => {
  const second = event('reviewerApproved', MONDAY, { actor: actor('reviewer', 'second') })
  assert.equal(reversed.state, 'humanReview')
  assert.equal(after(reversed, second).state, 'approved')
})

test('a rejection that was reversed stays in the record, the later decision is added', () => {
  const approved = after(
    reversed,
    event('reviewerApproved', MONDAY, { actor: actor('reviewer', 'second') }),
  )
  const kinds = approved.submissions.at(-1)?.decisions.map(({ kind }) => kind)
  assert.deepEqual(kinds, ['rejected', 'approved'])
})

test('a cancelled staged launch goes back to where it stood: pre-launch while unanswered', () => {
  const grey = after(preLaunched, event('greyLaunched', DUE))
  assert.equal(after(grey, event('greyCancelled', DUE)).state, 'preLaunch')
  const passed = after(grey, event('filingPassed', DUE))
  assert.equal(after(passed, event('greyCancelled', DUE)).state, 'approved')
})

test('a time a little before the last event counts as that of the last event', () => {
  const life = lived(...approvedAt(MONDAY))
  const skewed = after(life, event('launched', MONDAY - MAX_CLOCK_SKEW_MS))
  assert.equal(skewed.launchedAt, MONDAY)
  assert.equal(skewed.changedAt, MONDAY)
})

test('a time beyond the skew is refused: the clock went back', () => {
  const life = lived(...approvedAt(MONDAY))
  const { code } = refusal(life, event('launched', MONDAY - MAX_CLOCK_SKEW_MS - 1))
  assert.equal(code, 'CLOCK_WENT_BACK')
})

test('a notice by a clock that is moments behind never starts the seven days early', () => {
  const approved = lived(...filedAt(MONDAY).slice(0, 4))
  const filed = after(approved, event('filingStarted', MONDAY - 1000))
  assert.equal(filed.filing?.noticeAt, MONDAY)
})

test('a role is refused with NOT_ALLOWED and shown what it may do instead', () => {
  const { code, allowed } = refusal(
    inFiling,
    event('filingPassed', MONDAY, { actor: actor('developer') }),
  )
  assert.equal(code, 'NOT_ALLOWED')
  assert.deepEqual(allowed, ['contactLogged', 'withdrawn'])
})

test('what cannot happen by any payload is not offered', () => {
  const owing = lived(...filedAt(MONDAY).slice(0, 4))
  assert.deepEqual(allowedEvents(owing, 'developer'), [])
  assert.deepEqual(allowedEvents(lived(...approvedAt(MONDAY)), 'developer'), [
    'launched',
    'greyLaunched',
  ])
  assert.deepEqual(allowedEvents(null, 'developer'), ['created'])
})

test('a record that no table could have led to is broken', () => {
  assert.throws(() => fold([event('created'), event('launched')]), { code: 'RECORD_BROKEN' })
  assert.throws(() => fold([event('submitted')]), { code: 'RECORD_BROKEN' })
  const unheardOf = { ...event('created'), kind: 'constructor' as 'created' }
  assert.throws(() => fold([unheardOf]), { code: 'RECORD_BROKEN' })
  assert.equal(fold([]), null)
})

test('what was lawful when recorded still folds after a rule has become stricter', () => {
  const once = { ...DEFAULT_CLOCK, pausesFor: [] }
  const early = [...filedAt(MONDAY, once), event('preLaunched', MONDAY + DAY_MS)]
  assert.equal(fold(early)?.state, 'preLaunch')
})

test('a submission after a withdrawal starts anew: categories, decisions and filing', () => {
  const again = lived(
    ...filedAt(MONDAY),
    event('withdrawn', MONDAY + DAY_MS),
    event('submitted', MONDAY + DAY_MS, { auditId: 2, categories: [NOTES, FORUM] }),
  )
  assert.equal(again.filing, null)
  assert.equal(again.submissions.length, 2)
  assert.deepEqual(again.submissions[1]?.mustFile, [])
  assert.equal(again.submissions[0]?.withdrawnAt, MONDAY + DAY_MS)
})

test('a clock that stands already is not stopped a second time by a request for material', () => {
  const asked = lived(
    ...filedAt(MONDAY, PAUSING),
    event('filingPaused', MONDAY + DAY_MS),
    event('materialRequested', MONDAY + 2 * DAY_MS),
    event('materialSupplied', MONDAY + 3 * DAY_MS),
  )
  assert.deepEqual(asked.filing?.pauses, [
    { from: MONDAY + DAY_MS, to: MONDAY + 3 * DAY_MS, reason: 'subjectUnreachable' },
  ])
})

test('of two orders against one version the earlier deadline stands', () => {
  const out = lived(...filedAt(MONDAY), event('preLaunched', DUE), event('launched', DUE))
  const ordered = (deadlineAt: number) =>
    after(
      after(out, event('takedownOrdered', DUE, { deadlineAt })),
      event('filingRejected', DUE, { deadlineAt: DUE + 2 * DAY_MS }),
    ).takedown?.deadlineAt
  assert.equal(ordered(DUE + DAY_MS), DUE + DAY_MS)
  assert.equal(ordered(DUE + 3 * DAY_MS), DUE + 2 * DAY_MS)
})
