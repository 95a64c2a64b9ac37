import assert from 'node:assert/strict'
import { test } from 'node:test'
import { consequenceOf } from './consequence.ts'

test('withdrawing during a filing says that the days are lost', () => {
  assert.equal(consequenceOf('withdraw', 'filing'), 'withdrawFiling')
  assert.equal(consequenceOf('withdraw', 'materialRequested'), 'withdrawFiling')
})

test('withdrawing before a filing does not', () => {
  assert.equal(consequenceOf('withdraw', 'humanReview'), 'withdraw')
})

test('every other step has its own words', () => {
  assert.equal(consequenceOf('launch', 'filing'), 'launch')
})
