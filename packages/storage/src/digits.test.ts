import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { digitsOf } from './digits.ts'

test('a count is written as String writes it', () => {
  for (const count of [0, 7, 999, 1000, 1001, 1_000_000, 999_999_999, Number.MAX_SAFE_INTEGER]) {
    assert.equal(digitsOf(count), String(count))
  }
  fc.assert(fc.property(fc.maxSafeNat(), (count) => digitsOf(count) === String(count)))
})
