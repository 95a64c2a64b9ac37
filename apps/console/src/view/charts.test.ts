import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysOf, labelled, niceTop, stackColumns, toPoints, toSeries, totalsOf } from './charts.ts'

/** 23:30 in Beijing on the 21st of November 2026. */
const LATE = Date.UTC(2026, 10, 21, 15, 30)
const HOUR = 3_600_000

test('a period that crosses midnight in Beijing touches two days', () => {
  assert.deepEqual(daysOf(LATE, LATE + HOUR), ['2026-11-21', '2026-11-22'])
  assert.deepEqual(daysOf(LATE, LATE + HOUR / 2), ['2026-11-21'])
  assert.deepEqual(daysOf(LATE, LATE), ['2026-11-21'])
})

test('days without a count are zero, counts of one day are added', () => {
  const rows = [
    { day: 'b', count: 2, suggest: 'pass' },
    { day: 'b', count: 3, suggest: 'pass' },
    { day: 'c', count: 7, suggest: 'risky' },
  ]
  const [passed] = toSeries(['a', 'b', 'c'], rows, [
    { name: 'passed', tone: 'green', has: ({ suggest }) => suggest === 'pass' },
  ])
  assert.deepEqual(passed?.values, [0, 5, 0])
})

const tops: readonly [highest: number, top: number][] = [
  [0, 1],
  [1, 1],
  [2, 2],
  [3, 5],
  [7, 10],
  [10, 10],
  [11, 20],
  [4999, 5000],
  [5001, 10_000],
]
for (const [highest, top] of tops) {
  test(`above ${highest} the axis ends at ${top}`, () => assert.equal(niceTop(highest), top))
}

test('the parts of a column stand on each other and fill the box at the top', () => {
  const series = [
    { name: 'a', tone: 'green', values: [3, 0] },
    { name: 'b', tone: 'red', values: [7, 0] },
  ] as const
  const [full, empty] = stackColumns(series, { width: 100, height: 50 })
  assert.deepEqual(full?.parts, [
    { y: 35, height: 15, tone: 'green' },
    { y: 0, height: 35, tone: 'red' },
  ])
  assert.deepEqual(empty?.parts, [])
  assert.deepEqual(totalsOf(series), [10, 0])
})

test('a line leaves out what was not measured, and ends within its box', () => {
  assert.equal(toPoints([0, null, 10, 99], 10, { width: 30, height: 20 }), '0,20 20,0 30,0')
  assert.equal(toPoints([], 10, { width: 30, height: 20 }), '')
})

test('labels are few, evenly apart, and the last place has one', () => {
  assert.deepEqual(labelled(4, 6), [0, 1, 2, 3])
  assert.deepEqual(labelled(30, 6), [4, 9, 14, 19, 24, 29])
  assert.deepEqual(labelled(0, 6), [])
})
