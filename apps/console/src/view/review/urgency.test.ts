import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signed, type Urgency, urgencyOf } from './urgency.ts'

const HOUR = 3_600_000

const TABLE: readonly [name: string, target: number, waited: number, urgency: Urgency][] = [
  ['a fresh text is calm', 1, 0, 'calm'],
  ['a text in its last half hour is soon due', 1, 0.5, 'soon'],
  ['a text at its end is late', 1, 1, 'late'],
  ['a version with seven of 24 hours left is calm', 24, 17, 'calm'],
  ['a version in its last quarter is soon due', 24, 18, 'soon'],
]

for (const [name, target, waited, urgency] of TABLE) {
  test(name, () => {
    assert.equal(urgencyOf({ openedAt: 0, dueAt: target * HOUR }, waited * HOUR), urgency)
  })
}

test('hours have their sign', () => {
  assert.deepEqual([24, -8].map(signed), ['+24', '−8'])
})
