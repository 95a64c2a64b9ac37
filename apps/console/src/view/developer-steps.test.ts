import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { EventKind, ReleaseState } from '../api/types.ts'
import { eventsOf, smallestShare, toBody } from './developer-steps.ts'

const rows: [
  name: string,
  state: ReleaseState,
  allowed: EventKind[],
  expedited: number | null,
  may: boolean,
][] = [
  [
    'a developer may ask to come first while a person looks',
    'humanReview',
    ['withdrawn'],
    null,
    true,
  ],
  ['and while the review is delayed', 'delayed', ['withdrawn'], null, true],
  ['but not twice', 'humanReview', ['withdrawn'], 5, false],
  ['not while the machine looks', 'machineReview', ['withdrawn'], null, false],
  ['not in a filing: nobody can expedite one', 'filing', ['withdrawn'], null, false],
  ['and not who can only look on', 'humanReview', [], null, false],
]

for (const [name, state, allowed, expeditedAt, may] of rows) {
  test(name, () => {
    assert.equal(eventsOf({ state, allowed, expeditedAt }).includes('expedited'), may)
  })
}

test('a reviewer who may expedite anyway has one button for it', () => {
  const allowed: EventKind[] = ['withdrawn', 'expedited']
  assert.deepEqual(eventsOf({ state: 'humanReview', allowed, expeditedAt: null }), allowed)
})

test('an empty note is not sent, and a share is sent without one', () => {
  assert.deepEqual(toBody('expedite', { note: '  ' }), {})
  assert.deepEqual(toBody('appeal', { note: ' 请复核 ' }), { note: '请复核' })
  assert.deepEqual(toBody('stage', { percentage: 30, note: 'x' }), { percentage: 30 })
  assert.deepEqual(toBody('rollBack', { note: '崩溃', toReleaseId: 'r1' }), {
    note: '崩溃',
    toReleaseId: 'r1',
  })
})

test('a staged share only grows', () => {
  assert.deepEqual([null, 0, 1, 40].map(smallestShare), [1, 1, 1, 40])
})
