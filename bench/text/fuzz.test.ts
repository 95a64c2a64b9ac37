import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runFuzz } from './fuzz.ts'

test('texts made to trip the engine are answered, alike in the kernel and without it', () => {
  const { failures, matches } = runFuzz(20261122, 20_000)
  assert.deepEqual(failures, [])
  assert(matches > 10_000, `${matches} matches are too few to tell anything`)
})

test('the same seed makes the same texts', () => {
  assert.deepEqual(runFuzz(7, 500), runFuzz(7, 500))
  assert.notEqual(runFuzz(7, 500).units, runFuzz(8, 500).units)
})
