import assert from 'node:assert/strict'
import { test } from 'node:test'
import { spellOut } from './spell-out.ts'

const LETTERS = ['甲', '乙', ' ']

/** One step for each class, with score 0.8. */
function scoresOf(steps: readonly number[]): Float32Array {
  const scores = new Float32Array(steps.length * 4)
  for (const [step, letter] of steps.entries()) scores[step * 4 + letter] = 0.8
  return scores
}

const cases: [name: string, steps: readonly number[], text: string][] = [
  ['a letter over several steps is one letter', [1, 1, 1, 0, 2], '甲乙'],
  ['a letter twice has a blank between', [1, 0, 1], '甲甲'],
  ['spaces at either end are dropped', [3, 1, 0, 3, 2, 3], '甲 乙'],
  ['only blanks are nothing', [0, 0, 0], ''],
]

for (const [name, steps, text] of cases) {
  test(name, () => {
    const reading = spellOut(scoresOf(steps), steps.length, 4, LETTERS)
    assert.equal(reading.text, text)
    assert.ok(Math.abs(reading.confidence - (text === '' ? 0 : 0.8)) < 1e-6)
  })
}
