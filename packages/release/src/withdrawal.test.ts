import assert from 'node:assert/strict'
import { test } from 'node:test'
import { approvedAt, event, filedAt, lived, MONDAY } from './examples.ts'
import { DAY_MS } from './filing/clock.ts'
import { describeWithdrawal, withdrawQuota } from './withdrawal.ts'

/** Epoch milliseconds of a Shanghai time. */
function shanghai(text: string): number {
  return Date.parse(`${text.replace(' ', 'T')}:00+08:00`)
}

const NOW = shanghai('2026-03-15 10:00')

function times(count: number, at: string): number[] {
  return Array.from({ length: count }, () => shanghai(at))
}

const cases: [name: string, past: number[], today: number, month: number, next: string][] = [
  ['none yet', [], 5, 10, '2026-03-15 10:00'],
  ['four today', times(4, '2026-03-15 00:00'), 1, 6, '2026-03-15 10:00'],
  ['five today', times(5, '2026-03-15 09:00'), 0, 5, '2026-03-16 00:00'],
  ['five in the last minute of yesterday', times(5, '2026-03-14 23:59'), 5, 5, '2026-03-15 10:00'],
  ['nine this month', times(9, '2026-03-01 00:00'), 1, 1, '2026-03-15 10:00'],
  ['ten this month', times(10, '2026-03-02 09:00'), 0, 0, '2026-04-01 00:00'],
  [
    'ten in the last minute of last month',
    times(10, '2026-02-28 23:59'),
    5,
    10,
    '2026-03-15 10:00',
  ],
  [
    'more than ten, counted by a looser rule',
    times(12, '2026-03-02 09:00'),
    0,
    0,
    '2026-04-01 00:00',
  ],
  ['five ahead of a clock that went back', times(5, '2026-03-15 11:00'), 0, 5, '2026-03-16 00:00'],
]

for (const [name, past, today, month, next] of cases) {
  test(`${name}: ${today} left today, ${month} this month`, () => {
    assert.deepEqual(withdrawQuota(past, NOW), {
      leftToday: today,
      leftThisMonth: month,
      nextAt: shanghai(next),
    })
  })
}

test('ten in December: the next one is in January', () => {
  const now = shanghai('2026-12-31 23:00')
  assert.equal(
    withdrawQuota(times(10, '2026-12-01 09:00'), now).nextAt,
    shanghai('2027-01-01 00:00'),
  )
})

test('a withdrawal while filing says what is lost, one before only that the queue starts anew', () => {
  assert.match(describeWithdrawal(lived(...filedAt(MONDAY)))?.zh ?? '', /2026-03-02 10:00/)
  const inReview = lived(...approvedAt(MONDAY).slice(0, 3))
  assert.match(describeWithdrawal(inReview)?.en ?? '', /queue/)
})

test('a withdrawal by a subject without the promise does not speak of seven days', () => {
  const story = [
    ...filedAt(MONDAY).slice(0, 4),
    event('filingStarted', MONDAY, { promised: false }),
  ]
  const words = describeWithdrawal(lived(...story))
  assert.doesNotMatch(`${words?.zh}${words?.en}`, /七日|seven/)
})

test('what is not under review cannot be withdrawn', () => {
  assert.equal(describeWithdrawal(lived(...approvedAt(MONDAY))), null)
  assert.equal(describeWithdrawal(lived(event('created', MONDAY + DAY_MS))), null)
})
