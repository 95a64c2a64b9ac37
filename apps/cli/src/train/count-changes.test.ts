import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Classification, TextClassifier } from '@fangxing/text'
import { countChanges } from './count-changes.ts'

test('changes are counted by what was and what is suggested, and shown in order', () => {
  const { count, moves, changed } = countChanges(['甲', '乙', '丙'], saying(''), saying('甲丙'), 2)
  assert.equal(count, 3)
  assert.deepEqual(moves, { 'pass → review': 2, 'pass → pass': 1 })
  assert.deepEqual(
    changed.map(({ text }) => text),
    ['甲', '丙'],
  )
})

test('another label with the same suggestion is a change too', () => {
  const { moves, changed } = countChanges(['甲'], saying('甲', 10001), saying('甲', 20008), 2)
  assert.deepEqual(moves, { 'review → review': 1 })
  assert.equal(changed[0]?.after.label, 20008)
})

/** Asks for a person when a text is among `stopped`. */
function saying(stopped: string, label: Classification['label'] = 10001): TextClassifier {
  const answer = (isStopped: boolean): Classification => ({
    edition: 'test',
    probabilities: {},
    label: isStopped ? label : 100,
    probability: 1,
    suggest: isStopped ? 'review' : 'pass',
  })
  return { edition: 'test', classify: (text) => answer(stopped.includes(text)) }
}
