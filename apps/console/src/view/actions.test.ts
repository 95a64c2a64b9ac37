import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { EventKind } from '../api/types.ts'
import { findActions, type Holder, holderOf } from './actions.ts'

const DECISIONS: EventKind[] = ['reviewerApproved', 'reviewerRejected', 'delayed']

const cases: [name: string, allowed: EventKind[], holder: Holder, expected: string][] = [
  ['an unclaimed case is claimed first', DECISIONS, 'nobody', 'claim'],
  ['the holder decides', DECISIONS, 'me', 'approve reject!'],
  ['a case of somebody else is shown as held', DECISIONS, 'other', 'claim(held)'],
  ['a developer may withdraw without a claim', ['withdrawn'], 'other', 'withdraw!'],
  ['an operator may do both', [...DECISIONS, 'withdrawn'], 'nobody', 'claim withdraw!'],
  ['an appeal is claimed first', ['rejectionReversed', 'appealDismissed'], 'nobody', 'claim'],
  [
    'who holds an appeal reverses or dismisses',
    ['rejectionReversed', 'appealDismissed'],
    'me',
    'reverse dismiss!',
  ],
  ['a developer appeals, and hands in again', ['submitted', 'appealed'], 'nobody', 'submit appeal'],
  [
    'what is staged may go further, out, or back',
    ['launched', 'greyLaunched', 'greyCancelled'],
    'nobody',
    'launch stage cancelStage!',
  ],
  ['asking to come first is a button', ['expedited', 'withdrawn'], 'other', 'expedite withdraw!'],
  ['launching needs no claim', ['launched'], 'nobody', 'launch'],
  [
    'the authority decides a filing',
    ['filingPassed', 'filingRejected'],
    'nobody',
    'passFiling rejectFiling!',
  ],
  ['the machine has no button', ['machinePassed', 'preLaunched'], 'nobody', ''],
  ['nothing allowed, nothing shown', [], 'me', ''],
]

for (const [name, allowed, holder, expected] of cases) {
  test(name, () => {
    const drawn = findActions(allowed, holder).map(
      ({ action, isDangerous, isHeldByOther }) =>
        `${action}${isDangerous ? '!' : ''}${isHeldByOther ? '(held)' : ''}`,
    )
    assert.equal(drawn.join(' '), expected)
  })
}

const claim = { userId: 'u1', userName: '林', expiresAt: 1000 }

test('a claim holds until it expires', () => {
  assert.equal(holderOf(claim, 'u1', 999), 'me')
  assert.equal(holderOf(claim, 'u2', 999), 'other')
  assert.equal(holderOf(claim, 'u1', 1000), 'nobody')
  assert.equal(holderOf(null, 'u1', 0), 'nobody')
})
