import assert from 'node:assert/strict'
import { test } from 'node:test'
import { turnOf } from './turns.ts'

test('a turn is mine when I have its role and may do something', () => {
  const turn = { whoseTurn: 'developer', allowed: ['submitted'] } as const
  assert.equal(turnOf(turn, ['developer']), 'mine')
  assert.equal(turnOf(turn, ['reviewer']), 'developer')
  assert.equal(turnOf({ ...turn, allowed: [] }, ['developer']), 'developer')
  assert.equal(turnOf({ whoseTurn: 'nobody', allowed: ['withdrawn'] }, ['developer']), 'nobody')
})
