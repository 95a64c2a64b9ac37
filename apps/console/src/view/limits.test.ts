import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CheckPolicy, Limits } from '../api/operate-types.ts'
import { diffLimits, isOwnQuota, limitsIn, withQuota, withRetention } from './limits.ts'

const SHIPPED: Limits = {
  quotas: { text: { perMinute: 4000, perDay: 2_000_000 }, media: { perMinute: 5, perDay: 50 } },
  retention: { passed: 'none', doubtful: 'full', days: 30 },
}
const EMPTY: CheckPolicy = { all: {}, apps: {} }
const FEW = { perMinute: 10, perDay: null }

test('where nothing is said it is as shipped', () => {
  assert.deepEqual(limitsIn(EMPTY, null, SHIPPED), SHIPPED)
  assert.deepEqual(limitsIn(EMPTY, 'fx1', SHIPPED), SHIPPED)
})

test('what is said for all counts for an app until the app has its own', () => {
  const all = withQuota(EMPTY, null, SHIPPED, { call: 'text', quota: FEW })
  assert.deepEqual(limitsIn(all, 'fx1', SHIPPED).quotas.text, FEW)
  assert.equal(isOwnQuota(all, 'fx1', 'text'), false)
  const one = withQuota(all, 'fx1', SHIPPED, { call: 'text', quota: { ...FEW, perDay: 7 } })
  assert.equal(limitsIn(one, 'fx1', SHIPPED).quotas.text?.perDay, 7)
  assert.equal(limitsIn(one, 'fx2', SHIPPED).quotas.text?.perDay, null)
})

test('what is set back to what holds anyway is not named any more', () => {
  const changed = withQuota(EMPTY, 'fx1', SHIPPED, { call: 'text', quota: FEW })
  const back = withQuota(changed, 'fx1', SHIPPED, {
    call: 'text',
    quota: { perDay: 2_000_000, perMinute: 4000 },
  })
  assert.deepEqual(back, EMPTY)
  const kept = withRetention(EMPTY, null, SHIPPED, { ...SHIPPED.retention, days: 7 })
  assert.deepEqual(withRetention(kept, null, SHIPPED, SHIPPED.retention), EMPTY)
})

test('what else a policy says stays', () => {
  const policy: CheckPolicy = { all: { openid: 'any' }, apps: {} }
  const changed = withQuota(policy, null, SHIPPED, { call: 'text', quota: FEW })
  assert.deepEqual(changed.all, { openid: 'any', quotas: { text: FEW } })
})

test('differences name each quota and the retention, for all and by app', () => {
  const all = withRetention(EMPTY, null, SHIPPED, { ...SHIPPED.retention, days: 7 })
  const both = withQuota(all, 'fx1', SHIPPED, { call: 'media', quota: FEW })
  assert.deepEqual(
    diffLimits(EMPTY, both, SHIPPED).map(({ scope, call }) => [scope, call]),
    [
      [null, null],
      ['fx1', 'media'],
      ['fx1', null],
    ],
  )
  assert.deepEqual(diffLimits(both, both, SHIPPED), [])
})
