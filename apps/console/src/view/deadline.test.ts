import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Filing, Release } from '../api/types.ts'
import { deadlineOf } from './deadline.ts'

const DAY = 86_400_000
const NOTICE = 1_780_000_000_000
const DUE = NOTICE + 7 * DAY
const FILING = {
  noticeAt: NOTICE,
  dueAt: DUE,
  outcome: 'open',
  policy: { kind: 'natural_days' },
  region: 'CN-GD',
  categories: [],
} as const satisfies Filing

const at = (state: Release['state'], now: number, filing: Filing | null = FILING) =>
  deadlineOf({ state, filing, takedown: null }, now)

const rows: readonly [name: string, now: number, tone: string, share: number][] = [
  ['just notified', NOTICE, 'green', 0],
  ['three days left', DUE - 3 * DAY, 'green', 4 / 7],
  ['a moment less', DUE - 3 * DAY + 1, 'amber', 4 / 7],
  ['a day left', DUE - DAY, 'amber', 6 / 7],
  ['less than a day', DUE - DAY + 1, 'red', 6 / 7],
  ['long over', DUE + DAY, 'red', 1],
]

for (const [name, now, tone, share] of rows) {
  test(`a filing ${name} is ${tone}`, () => {
    const deadline = at('filing', now)
    assert.equal(deadline.tone, tone)
    assert.ok(Math.abs((deadline.share ?? -1) - share) < 0.001)
    assert.equal(deadline.atEnd, 'preLaunch')
  })
}

test('what nobody promised an end for waits, and a standing clock says so', () => {
  assert.equal(at('filing', NOTICE, { ...FILING, dueAt: null }).atEnd, 'nothing')
  const standing = { ...FILING, dueAt: null, pausedSince: NOTICE }
  assert.equal(at('materialRequested', NOTICE, standing).atEnd, 'standing')
})

test('an order ends in a take-down, a rectified version waits for an answer', () => {
  const takedown = { orderedAt: NOTICE, deadlineAt: NOTICE + DAY, note: '' }
  const ordered = deadlineOf({ state: 'takedownOrdered', filing: null, takedown }, NOTICE)
  assert.deepEqual([ordered.atEnd, ordered.endsAt], ['takenDown', NOTICE + DAY])
  assert.equal(at('rectified', NOTICE).atEnd, 'yourAnswer')
  assert.equal(at('preLaunch', NOTICE).atEnd, 'mayObject')
})
