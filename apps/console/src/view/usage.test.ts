import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { QuotaUse } from '../api/portal-types.ts'
import { datedEvery, isNearlyUsed, leftOf, toBars } from './usage.ts'

const NOON = Date.UTC(2026, 10, 22, 4)

test('days without checks are there, and the newest day is last', () => {
  const counts = [{ day: '2026-11-21', suggest: 'pass', count: 4 }] as const
  const bars = toBars(counts, 3, NOON)
  assert.deepEqual(
    bars.map(({ day, total }) => `${day} ${total}`),
    ['2026-11-20 0', '2026-11-21 4', '2026-11-22 0'],
  )
})

test('the answers of a day stand in one bar, as high as its share of the highest', () => {
  const counts = [
    { day: '2026-11-22', suggest: 'pass', count: 6 },
    { day: '2026-11-22', suggest: 'risky', count: 2 },
    { day: '2026-11-21', suggest: 'review', count: 2 },
  ] as const
  const [before, today] = toBars(counts, 2, NOON)
  assert.deepEqual([today?.total, today?.risky, today?.height], [8, 2, 1])
  assert.equal(before?.height, 0.25)
})

test('nothing checked at all draws no bar and divides by nothing', () => {
  assert.deepEqual(
    toBars([], 2, NOON).map(({ height }) => height),
    [0, 0],
  )
})

test('a day begins at midnight in Beijing', () => {
  const before = toBars([], 1, Date.UTC(2026, 10, 22, 15, 59))
  const after = toBars([], 1, Date.UTC(2026, 10, 22, 16))
  assert.deepEqual([before[0]?.day, after[0]?.day], ['2026-11-22', '2026-11-23'])
})

const rows: [name: string, used: number, perDay: number | null, expected: string][] = [
  ['what is not limited is never used up', 900, null, 'null 0 false'],
  ['a fresh day has everything left', 0, 100, '100 0 false'],
  ['just below the mark says nothing', 79, 100, '21 0.79 false'],
  ['at the mark somebody should know', 80, 100, '20 0.8 true'],
  ['refused calls count above the quota, and nothing is left', 130, 100, '0 1 true'],
  ['a quota of nothing is used up', 0, 0, '0 1 true'],
]

for (const [name, usedToday, perDay, expected] of rows) {
  test(name, () => {
    const use: QuotaUse = { call: 'text', usedToday, perDay, perMinute: null }
    const left = leftOf(use)
    assert.equal(`${left.left} ${left.share} ${isNearlyUsed(left)}`, expected)
  })
}

test('a week is dated every other day, a quarter every fifteenth', () => {
  assert.deepEqual([1, 6, 7, 30, 90].map(datedEvery), [1, 1, 2, 5, 15])
})
