import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describeDuration, describeKappa, describeShare } from './percent.ts'
import { allowedShields, shieldOf } from './shield.ts'

test('what is severe is shielded as set; what is not is shown', () => {
  const shield = { picture: 'grey', isMuted: true } as const
  assert.equal(shieldOf(true, shield), 'grey')
  assert.equal(shieldOf(false, shield), 'shown')
})

test('while nobody knows the settings everything is covered', () => {
  assert.equal(shieldOf(false, undefined), 'blur')
})

test('nobody may choose less than the least', () => {
  assert.deepEqual(allowedShields('grey'), ['grey', 'blur'])
})

test('a share stands with its number and bounds, and nothing is a dash', () => {
  const share = { count: 3, of: 3, share: 1, low: 0.439, high: 1 }
  assert.equal(describeShare(share), '100% (3/3, 44%–100%)')
  assert.equal(describeShare({ count: 0, of: 0, share: null, low: null, high: null }), '–')
  assert.equal(describeKappa({ kappa: 0.4, low: -0.1, high: 0.9 }), '0.40 (-0.10–0.90)')
})

test('time is told in seconds, then minutes', () => {
  assert.deepEqual([null, 11_600, 185_000].map(describeDuration), ['–', '12 s', '3 min 05 s'])
})
