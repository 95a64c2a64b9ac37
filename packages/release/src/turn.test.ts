import assert from 'node:assert/strict'
import { test } from 'node:test'
import { STATES } from './table.ts'
import { statesAtTurn, TURNS, whoseTurn } from './turn.ts'

test('every state is at exactly one turn', () => {
  const states = TURNS.flatMap(statesAtTurn)
  assert.deepEqual([...states].sort(), [...STATES].sort())
  for (const turn of TURNS) {
    for (const state of statesAtTurn(turn)) assert.equal(whoseTurn(state), turn)
  }
})

test('the reviewer’s turn is what waits for a person', () => {
  assert.deepEqual(statesAtTurn('reviewer'), ['humanReview', 'delayed', 'appealed'])
})
