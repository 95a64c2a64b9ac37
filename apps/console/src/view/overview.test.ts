import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Statistics } from '../api/operate-types.ts'
import { composeOverview, countClauses, countWaiting, describeShare } from './overview.ts'

const day = '2026-11-22'
const NOTHING: Statistics = {
  from: 0,
  until: 1,
  checks: [],
  checkClauses: [],
  releaseClauses: [],
  events: [],
  decisions: [],
  ageing: [],
  casesWaiting: [],
  filingTimes: { answered: 0, medianMs: null, ninetiethMs: null, longestMs: null },
}

test('shares are of all checks, and a share of nothing is none', () => {
  const text = { day, kind: 'text', label: 100 } as const
  const overview = composeOverview({
    ...NOTHING,
    checks: [
      { ...text, suggest: 'pass', count: 15 },
      { ...text, suggest: 'review', count: 4 },
      { ...text, suggest: 'risky', count: 1 },
    ],
    casesWaiting: [{ age: 'over7', count: 3 }],
  })
  assert.deepEqual([overview.checks, overview.doubtedShare, overview.stoppedShare], [20, 0.2, 0.05])
  assert.equal(overview.casesWaiting, 3)
  assert.equal(composeOverview(NOTHING).doubtedShare, null)
})

test('what waits is told by whose turn it is; doubtful checks wait for a reviewer', () => {
  const waiting = countWaiting({
    ageing: [
      { state: 'filing', whoseTurn: 'authority', age: 'under3', count: 2 },
      { state: 'humanReview', whoseTurn: 'reviewer', age: 'under1', count: 1 },
      { state: 'approved', whoseTurn: 'nobody', age: 'over7', count: 9 },
    ],
    casesWaiting: [{ age: 'under1', count: 5 }],
  })
  assert.deepEqual(
    waiting.map(({ turn, counts }) => [turn, counts.under1, counts.under3]),
    [
      ['reviewer', 6, 0],
      ['authority', 0, 2],
    ],
  )
})

test('a clause is counted in contents and in rejections of versions, most often first', () => {
  const hits = countClauses({
    checkClauses: [
      { clause: 'a/1', count: 2 },
      { clause: 'b/2', count: 1 },
    ],
    releaseClauses: [
      { clause: 'b/2', kind: 'reviewerRejected', count: 4 },
      { clause: 'b/2', kind: 'reviewerApproved', count: 99 },
    ],
  })
  assert.deepEqual(hits, [
    { clause: 'b/2', inChecks: 1, inReleases: 4 },
    { clause: 'a/1', inChecks: 2, inReleases: 0 },
  ])
})

test('a share reads as percent', () => {
  assert.equal(describeShare(0.1234), '12.3%')
  assert.equal(describeShare(null), '–')
})
