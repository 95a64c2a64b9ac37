import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TermHit } from '@fangxing/contract'
import { whyHits } from './why-hit.ts'

function hit(matched: string, conversions: readonly string[], start = 0): TermHit {
  return {
    ...{ termId: 't', term: '刷单', label: 20008, level: 'review', matched, conversions },
    place: { kind: 'text', field: 'content', start, end: start + matched.length },
    confidence: 0.854,
  }
}

test('the same disguise of the same word is told once, and counted', () => {
  const [spaced, plain] = whyHits([
    hit('刷 单', ['gap']),
    hit('刷单', []),
    hit('刷 单', ['gap'], 9),
  ])
  assert.deepEqual(spaced, {
    ...{ matched: '刷 单', term: '刷单', undone: ['gap'], confidence: 85, count: 2 },
  })
  assert.deepEqual(plain?.undone, [])
})

test('no hits need no reasons', () => assert.deepEqual(whyHits([]), []))
