import assert from 'node:assert/strict'
import { test } from 'node:test'
import { RELEASE_STATES, type ReleaseState } from '../api/types.ts'
import { outlookOf } from './outlook.ts'

const FILING = { noticeAt: 0, dueAt: 1000, region: 'CN-GD', categories: [] } as never
const UNPROMISED = { noticeAt: 0, dueAt: null, region: 'CN-GD', categories: [] } as never
const ORDER = { orderedAt: 0, deadlineAt: 500, note: '' }

const rows: [name: string, state: ReleaseState, filing: never | null, expected: string][] = [
  [
    'a filing that nobody answers goes to pre-launch at its due time',
    'filing',
    FILING,
    '1000 preLaunch',
  ],
  [
    'material that is asked for leaves the clock as it is',
    'materialRequested',
    FILING,
    '1000 preLaunch',
  ],
  ['a filing without a promise waits for ever', 'filing', UNPROMISED, 'null unpromised'],
  ['nobody passes a review by silence', 'humanReview', null, 'null waits'],
  ['a draft waits for its developer', 'draft', null, 'null nothing'],
  ['the due time of a filing says nothing after pre-launch', 'preLaunch', FILING, 'null mayObject'],
  [
    'an order that is not followed is carried out at its deadline',
    'takedownOrdered',
    FILING,
    '500 takenDown',
  ],
]

for (const [name, state, filing, expected] of rows) {
  test(name, () => {
    const takedown = state === 'takedownOrdered' ? ORDER : null
    const { dueAt, silence } = outlookOf({ state, filing, takedown }, 0)
    assert.equal(`${dueAt} ${silence}`, expected)
  })
}

test('a time is over at its very millisecond', () => {
  const at = (now: number) => outlookOf({ state: 'filing', filing: FILING, takedown: null }, now)
  assert.equal(at(999).isOver, false)
  assert.equal(at(1000).isOver, true)
})

test('every state says what silence means', () => {
  for (const state of RELEASE_STATES) {
    assert.ok(outlookOf({ state, filing: null, takedown: null }, 0).silence)
  }
})
