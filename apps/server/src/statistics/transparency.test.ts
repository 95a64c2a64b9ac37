import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Counts, composeTransparency, toCsv } from './transparency.ts'

const PERIOD = { from: Date.UTC(2026, 0, 1), until: Date.UTC(2026, 1, 1) }
const day = '2026-01-05'
const TIMES = { answered: 2, medianMs: 5, ninetiethMs: 9, longestMs: 9 }
const NOTHING: Counts = {
  checks: [],
  checkClauses: [],
  releaseClauses: [],
  events: [],
  decisions: [],
  filingTimes: { answered: 0, medianMs: null, ninetiethMs: null, longestMs: null },
}
const BUSY: Counts = {
  checks: [
    { day, kind: 'text', suggest: 'pass', label: 100, count: 90 },
    { day, kind: 'text', suggest: 'review', label: 10001, count: 6 },
    { day, kind: 'picture', suggest: 'risky', label: 20002, count: 4 },
    { day: '2026-01-06', kind: 'text', suggest: 'risky', label: 20002, count: 4 },
  ],
  checkClauses: [{ clause: 'a/1', count: 10 }],
  releaseClauses: [
    { clause: 'b/2', kind: 'reviewerRejected', count: 2 },
    { clause: 'b/2', kind: 'machineRejected', count: 1 },
    { clause: 'c/3', kind: 'submitted', count: 8 },
  ],
  events: [
    { day, kind: 'submitted', count: 12 },
    { day, kind: 'reviewerRejected', count: 4 },
    { day, kind: 'appealed', count: 2 },
    { day, kind: 'appealDismissed', count: 1 },
    { day, kind: 'rejectionReversed', count: 1 },
    { day, kind: 'preLaunched', count: 3 },
  ],
  decisions: [
    { day, verdict: 'pass', label: 100, count: 3 },
    { day, verdict: 'risky', label: 10001, count: 1 },
  ],
  filingTimes: TIMES,
}

test('a period in which nothing happened has zeros, and no shares', () => {
  const { checks, people, appeals, filings } = composeTransparency(PERIOD, NOTHING)
  assert.deepEqual([checks.total, people.decided, filings.started], [0, 0, 0])
  assert.deepEqual(
    [people.doubtedWithoutNeed, appeals.overturnedShare, appeals.knownErrorShare],
    [null, null, null],
  )
})

test('checks are counted by answer and kind, labels without what passed', () => {
  const { checks } = composeTransparency(PERIOD, BUSY)
  assert.equal(checks.total, 104)
  assert.deepEqual(checks.byAnswer, { pass: 90, review: 6, risky: 8 })
  assert.deepEqual(checks.byKind, { text: 100, picture: 4, sound: 0, video: 0 })
  assert.deepEqual(
    checks.byLabel.map(({ label, count }) => [label, count]),
    [
      [20002, 8],
      [10001, 6],
    ],
  )
})

test('of what the machine doubted, what people let pass is told', () => {
  assert.equal(composeTransparency(PERIOD, BUSY).people.doubtedWithoutNeed, 0.75)
})

test('an appeal counts once it is answered; overturned ones are the errors that are known', () => {
  const { appeals } = composeTransparency(PERIOD, BUSY)
  assert.deepEqual(appeals, {
    filed: 2,
    dismissed: 1,
    overturned: 1,
    overturnedShare: 0.5,
    knownErrorShare: 0.25,
  })
})

test('clauses are counted from rejections only', () => {
  const { releases } = composeTransparency(PERIOD, BUSY)
  assert.deepEqual(releases.byClause, [{ clause: 'b/2', count: 3 }])
})

test('as CSV, every figure is a row of three cells', () => {
  const lines = toCsv(composeTransparency(PERIOD, BUSY)).trimEnd().split('\r\n')
  assert.equal(lines[0], 'section,key,value')
  for (const line of lines) assert.equal(line.split(',').length, 3, line)
  assert.ok(lines.includes('checks,byAnswer.risky,8'))
  assert.ok(lines.includes('checks,byLabel.20002,8'))
  assert.ok(lines.includes('appeals,overturnedShare,0.5'))
  assert.ok(lines.includes('filings,unanswered,3'))
})

test('a clause that begins like a formula, or has a comma, stays one harmless cell', () => {
  const checkClauses = [
    { clause: '=1+1', count: 1 },
    { clause: 'a,b', count: 1 },
  ]
  const csv = toCsv(composeTransparency(PERIOD, { ...NOTHING, checkClauses }))
  assert.match(csv, /^checks,byClause\.=1\+1,1\r$/m)
  assert.match(csv, /^checks,"byClause\.a,b",1\r$/m)
})
