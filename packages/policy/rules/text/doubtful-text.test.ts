import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judgeBy } from '../../src/judge-by.ts'
import { doubtfulText } from './doubtful-text.ts'

const place = { kind: 'text', field: 'content', start: 0, end: 2 } as const

test('of several texts the one that stands out is named, with its probability', () => {
  const outcome = judgeBy(doubtfulText, {
    textClasses: [
      { label: 100, probability: 0.99, place },
      { label: 20008, probability: 0.6666, place: { ...place, field: 'nickname' } },
    ],
  })
  assert(outcome.kind === 'violation')
  assert.deepEqual(
    outcome.findings.map(({ measured, place }) => [measured, place.kind === 'text' && place.field]),
    [['20008 · 0.67', 'nickname']],
  )
})

test('it never stops a text by itself', () => {
  assert.equal(doubtfulText.severity, 'review')
})
