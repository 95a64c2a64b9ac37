import assert from 'node:assert/strict'
import { test } from 'node:test'
import { badgeOf, isPressing } from './notices.ts'

test('a badge counts as far as there is room, and is absent without unread notices', () => {
  assert.deepEqual([0, 1, 99, 100].map(badgeOf), ['', '1', '99', '99+'])
})

test('a notice presses until its end, and not from then on', () => {
  assert.equal(isPressing({ byAt: 1000 }, 999), true)
  assert.equal(isPressing({ byAt: 1000 }, 1000), false)
  assert.equal(isPressing({ byAt: null }, 0), false)
})
