import assert from 'node:assert/strict'
import { test } from 'node:test'
import { filingClock, isRunning } from './filing-clock.ts'

const DAY_MS = 86_400_000
const noticeAt = Date.UTC(2026, 10, 2, 2)
const filing = { noticeAt, dueAt: noticeAt + 7 * DAY_MS }

const cases: [name: string, now: number, share: number, remainingMs: number, silence: string][] = [
  ['starts empty at the notice', noticeAt, 0, 7 * DAY_MS, 'preLaunch'],
  ['does not run before the notice', noticeAt - DAY_MS, 0, 8 * DAY_MS, 'preLaunch'],
  ['is half full half way', noticeAt + 3.5 * DAY_MS, 0.5, 3.5 * DAY_MS, 'preLaunch'],
  ['runs until the last millisecond', filing.dueAt - 1, 1 - 1 / (7 * DAY_MS), 1, 'preLaunch'],
  ['is due at the due time', filing.dueAt, 1, 0, 'due'],
  ['stays full afterwards', filing.dueAt + DAY_MS, 1, 0, 'due'],
]

for (const [name, now, share, remainingMs, silence] of cases) {
  test(name, () => {
    const clock = filingClock(filing, now)
    assert.deepEqual([clock.share, clock.remainingMs, clock.silence], [share, remainingMs, silence])
  })
}

test('a filing that was answered has no clock', () => {
  assert.equal(isRunning('open'), true)
  assert.equal(isRunning('passed'), false)
})

test('without a due time silence changes nothing', () => {
  const clock = filingClock({ ...filing, dueAt: null }, noticeAt + DAY_MS)
  assert.deepEqual(
    [clock.share, clock.remainingMs, clock.silence, clock.elapsedMs],
    [null, null, 'nothing', DAY_MS],
  )
})
