/** The rules R1 to R10 of the filing note, each lived through. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Effect } from './effect.ts'
import {
  actor,
  approvedAt,
  COMPANY,
  continued,
  event,
  FOOD,
  FORUM,
  filedAt,
  HOUR_MS,
  lived,
  MONDAY,
  NOTES,
  OVERSEAS_CLUB,
  OVERSEAS_COMPANY,
  PROFILE,
} from './examples.ts'
import { DAY_MS, DEFAULT_CLOCK, dueAtOf } from './filing/clock.ts'
import { filingNeed } from './filing/need.ts'
import type { Life } from './life.ts'
import { describeDeadline } from './local-time.ts'
import { TAKEDOWN_NOTICE_MS } from './takedown.ts'
import { transition } from './transition.ts'
import { describeWithdrawal } from './withdrawal.ts'

const DUE = MONDAY + 7 * DAY_MS + 14 * HOUR_MS

function effectsOf(life: Life, next: Parameters<typeof transition>[1]): readonly Effect[] {
  const result = transition(life, next)
  assert.ok(result.ok, result.ok ? '' : result.because.en)
  return result.effects
}

function notice(effects: readonly Effect[]) {
  return effects.find((effect) => effect.kind === 'notifyDeveloper')
}

test('R1: a first version with a filing category enters filing when the review passes it', () => {
  const need = filingNeed([NOTES, FOOD], [], COMPANY, PROFILE)
  assert.deepEqual(need.files, [NOTES])

  const inReview = lived(...approvedAt(MONDAY).slice(0, 3))
  const approval = event('reviewerApproved', MONDAY, { filing: need.files })
  assert.deepEqual(
    effectsOf(inReview, approval).find(({ kind }) => kind === 'startFiling'),
    { kind: 'startFiling', categories: [NOTES] },
  )
  assert.equal(continued(inReview, approval, event('filingStarted'))?.state, 'filing')
})

test('R1: a version that the review rejects does not file; the next that passes does', () => {
  const rejected = lived(...approvedAt(MONDAY).slice(0, 3), event('reviewerRejected'))
  assert.equal(rejected.filing, null)

  const again = continued(
    rejected,
    event('submitted', MONDAY, { auditId: 2 }),
    event('machinePassed'),
    event('reviewerApproved', MONDAY, { filing: [NOTES] }),
    event('filingStarted', MONDAY + HOUR_MS),
  )
  assert.equal(again?.state, 'filing')
  assert.equal(again?.filing?.noticeAt, MONDAY + HOUR_MS)
})

test('R2: a category that completed filing does not file again, a new filing category does', () => {
  const passed = effectsOf(lived(...filedAt(MONDAY)), event('filingPassed', MONDAY + DAY_MS))
  const entry = passed.find((effect) => effect.kind === 'addToLedger')
  assert.deepEqual(entry?.categories, [NOTES])

  const ledger = entry?.categories ?? []
  assert.deepEqual(filingNeed([NOTES, FOOD], ledger, COMPANY, PROFILE).files, [])
  assert.deepEqual(filingNeed([NOTES, FORUM], ledger, COMPANY, PROFILE).files, [FORUM])
})

test('R2: pre-launch does not complete a filing, so nothing enters the ledger by it', () => {
  const effects = effectsOf(lived(...filedAt(MONDAY)), event('preLaunched', DUE))
  assert.ok(!effects.some(({ kind }) => kind === 'addToLedger'))
})

test('R3: withdrawing aborts the filing, and the next one counts from its own notice', () => {
  const inFiling = lived(...filedAt(MONDAY))
  assert.match(describeWithdrawal(inFiling)?.en ?? '', /this restarts the seven days/)
  assert.match(describeWithdrawal(inFiling)?.zh ?? '', /重新计算/)

  const withdrawn = continued(inFiling, event('withdrawn', MONDAY + 6 * DAY_MS))
  assert.equal(withdrawn?.filing?.outcome, 'aborted')

  const notice = MONDAY + 9 * DAY_MS
  const again = continued(
    withdrawn,
    event('submitted', notice, { auditId: 2 }),
    event('machinePassed', notice),
    event('reviewerApproved', notice, { filing: [NOTES] }),
    event('filingStarted', notice),
  )
  assert.equal(again?.filing?.outcome, 'open')
  assert.equal(describeDeadline(dueAtOf(again?.filing ?? assert.fail()) ?? 0), '2026-03-18 24:00')
})

test('R4: the seven days begin with the notice, not with the submission', () => {
  const slow = lived(
    event('created', MONDAY),
    event('submitted', MONDAY),
    event('machinePassed', MONDAY),
    event('reviewerApproved', MONDAY + 4 * DAY_MS, { filing: [NOTES] }),
    event('filingStarted', MONDAY + 5 * DAY_MS),
  )
  assert.equal(describeDeadline(dueAtOf(slow.filing ?? assert.fail()) ?? 0), '2026-03-14 24:00')
})

test('R4: the letter to the developer says by when', () => {
  const approved = lived(...filedAt(MONDAY).slice(0, 4))
  assert.equal(notice(effectsOf(approved, event('filingStarted')))?.byAt, DUE)
})

test('R5: the authority asks for material and the clock runs on, unless the policy lets it stand', () => {
  const running = lived(...filedAt(MONDAY), event('materialRequested', MONDAY + DAY_MS))
  assert.equal(running.state, 'materialRequested')
  assert.equal(continued(running, event('preLaunched', DUE))?.state, 'preLaunch')

  const standing = lived(
    ...filedAt(MONDAY, { ...DEFAULT_CLOCK, pausesFor: ['materialRequested'] }),
    event('materialRequested', MONDAY + DAY_MS),
  )
  assert.ok(!transition(standing, event('preLaunched', DUE)).ok)
  const supplied = continued(standing, event('materialSupplied', MONDAY + 3 * DAY_MS))
  assert.equal(dueAtOf(supplied?.filing ?? assert.fail()), DUE + 2 * DAY_MS)
})

test('R5: a call of the authority is kept with whether the caller proved who they are', () => {
  const inFiling = lived(...filedAt(MONDAY))
  const call = event('contactLogged', MONDAY + HOUR_MS, { codeVerified: false })
  assert.equal(continued(inFiling, call)?.state, 'filing')
})

test('R6: an expedite request is refused with the reason, and the clock is not touched', () => {
  const inFiling = lived(...filedAt(MONDAY))
  const refusal = event('expediteRefused', MONDAY + DAY_MS)
  assert.equal(notice(effectsOf(inFiling, refusal))?.notice, 'expediteRefused')
  assert.deepEqual(continued(inFiling, refusal)?.filing, inFiling.filing)
})

test('R7: with no answer in seven days the version is pre-launched and may be launched', () => {
  const inFiling = lived(...filedAt(MONDAY))
  assert.ok(!transition(inFiling, event('preLaunched', DUE - 1)).ok)
  const early = continued(inFiling, event('preLaunched', DUE))
  assert.equal(continued(early, event('launched', DUE))?.state, 'launched')
})

test('R7: overseas subjects that are not enterprises get no promise and no pre-launch', () => {
  assert.equal(filingNeed([NOTES], [], OVERSEAS_CLUB, PROFILE).promised, false)
  assert.equal(filingNeed([NOTES], [], OVERSEAS_COMPANY, PROFILE).promised, true)

  const approved = lived(...filedAt(MONDAY).slice(0, 4))
  const started = event('filingStarted', MONDAY, { promised: false })
  assert.equal(notice(effectsOf(approved, started))?.byAt, null)
  const inFiling = continued(approved, started) ?? assert.fail()
  assert.ok(!transition(inFiling, event('preLaunched', DUE + 365 * DAY_MS)).ok)
  assert.equal(continued(inFiling, event('filingPassed', DUE))?.state, 'approved')
})

test('R8: a rejection after a launch under pre-launch orders the version down, with a deadline', () => {
  const launched = lived(...filedAt(MONDAY), event('preLaunched', DUE), event('launched', DUE))
  const rejection = event('filingRejected', DUE + DAY_MS, { note: '社区无审核人员' })
  const ordered = continued(launched, rejection)
  assert.equal(ordered?.state, 'takedownOrdered')
  assert.equal(ordered?.takedown?.deadlineAt, DUE + DAY_MS + TAKEDOWN_NOTICE_MS)

  const letter = notice(effectsOf(launched, rejection))
  assert.equal(letter?.notice, 'takedownOrdered')
  assert.equal(letter?.byAt, DUE + DAY_MS + TAKEDOWN_NOTICE_MS)
  assert.equal(letter?.note, '社区无审核人员')
  assert.ok((letter?.clauses.length ?? 0) > 0)
})

test('R8: a rejection before anybody launched just ends the filing', () => {
  const early = lived(...filedAt(MONDAY), event('preLaunched', DUE))
  const rejected = continued(early, event('filingRejected', DUE))
  assert.equal(rejected?.state, 'filingRejected')
  assert.equal(rejected?.takedown, null)
})

test('R8: who was ordered down takes down, rectifies, and serves again once a person agrees', () => {
  const down = lived(
    ...filedAt(MONDAY),
    event('preLaunched', DUE),
    event('launched', DUE),
    event('filingRejected', DUE + HOUR_MS),
    event('takenDown', DUE + 2 * HOUR_MS),
    event('rectified', DUE + DAY_MS),
  )
  assert.ok(!transition(down, event('reinstated', DUE + DAY_MS, { actor: actor('machine') })).ok)
  const back = continued(down, event('reinstated', DUE + DAY_MS))
  assert.equal(back?.state, 'launched')
  assert.equal(back?.takedown, null)
})

test('R9: an entry without a content check is rejected by the machine and never files', () => {
  const rejected = lived(
    ...approvedAt(MONDAY).slice(0, 2),
    event('machineRejected', MONDAY, { missingCategories: [FORUM] }),
  )
  assert.equal(rejected.state, 'rejected')
  assert.equal(rejected.filing, null)
  assert.deepEqual(rejected.submissions[0]?.decisions[0]?.missingCategories, [FORUM])
})

test('R10: what the machine rejects, a person reviews again on appeal', () => {
  const appealed = lived(
    ...approvedAt(MONDAY).slice(0, 2),
    event('machineRejected'),
    event('appealed'),
  )
  assert.equal(continued(appealed, event('rejectionReversed'))?.state, 'humanReview')
})

test('R10: a launched version is punished after the fact: found again, ordered down', () => {
  const found = lived(
    ...approvedAt(MONDAY),
    event('launched'),
    event('reexaminationStarted', MONDAY + 90 * DAY_MS),
    event('takedownOrdered', MONDAY + 90 * DAY_MS),
  )
  assert.equal(found.state, 'takedownOrdered')
  assert.equal(found.reexaminationSince, null)
})
