import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TermHit } from '@fangxing/contract'
import { clockOf, findStretches } from './timeline.ts'

function heard(from: number, to: number): TermHit {
  return {
    ...{ termId: 't', term: '词', label: 10001, level: 'review', matched: '词' },
    ...{ place: { kind: 'clip', clip: 'media', from, to }, conversions: [], confidence: 1 },
  }
}

test('hits lie where they are in the time, in order', () => {
  const hits = [heard(50, 60), heard(0, 10)]
  const stretches = findStretches({ judgements: [], hits, seconds: 100 })
  assert.deepEqual(
    stretches.map(({ left, width }) => [left, width]),
    [
      [0, 10],
      [50, 10],
    ],
  )
})

test('a moment in an hour can still be seen, and none leaves the track', () => {
  const [moment, end] = findStretches({
    judgements: [],
    hits: [heard(1, 1.2), heard(3600, 3700)],
    seconds: 3600,
  })
  assert((moment?.width ?? 0) >= 0.8)
  assert((end?.left ?? 0) + (end?.width ?? 0) <= 100)
})

test('without a length the last hit is the end', () => {
  const [only] = findStretches({ judgements: [], hits: [heard(5, 10)], seconds: null })
  assert.deepEqual([only?.left, only?.width], [50, 50])
})

const CLOCKS: readonly [number, string][] = [
  [0, '0:00'],
  [65.9, '1:05'],
  [3605, '1:00:05'],
]

for (const [seconds, words] of CLOCKS) {
  test(`${seconds} s is ${words}`, () => assert.equal(clockOf(seconds), words))
}
