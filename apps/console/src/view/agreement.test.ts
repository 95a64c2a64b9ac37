import assert from 'node:assert/strict'
import { test } from 'node:test'
import { composeAgreement } from './agreement.ts'

test('what was not answered neither agrees nor disagrees', () => {
  const items = [
    { ours: 'pass', theirs: 'pass', count: 6 },
    { ours: 'pass', theirs: 'risky', count: 2 },
    { ours: 'review', theirs: null, count: 5 },
  ] as const
  assert.deepEqual(composeAgreement({ items }), {
    answered: 8,
    unanswered: 5,
    agreedShare: 0.75,
  })
})

test('without any answer there is no share', () => {
  assert.equal(composeAgreement({ items: [] }).agreedShare, null)
})
