import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Upstream } from '../api/upstream.ts'
import { fromUpstream, toDraft } from './upstream.ts'

const BEFORE: Upstream = {
  ...{ kind: 'wechat', baseUrl: 'https://a.example', appid: 'wx1', circuit: 'closed' },
  ...{ merge: 'strictest', whenDown: 'fail-review' },
  ...{ timeoutMs: 900, cacheSeconds: 0, shadowPercent: 10, perMinute: 5, perDay: 6 },
  push: {
    ...{ mode: 'plain', hasKey: false, waitMinutes: 9, path: '/upstream/fx1/push' },
    came: { taken: 0, early: 0, repeated: 0, unknown: 0, other: 0 },
  },
}

test('one begins with the official address and a shadow, without sounds', () => {
  const form = { app: 'fx1', ...fromUpstream(null), appid: ' wx1 ', secret: 's' }
  assert.deepEqual(toDraft(form, null), {
    ...{ kind: 'wechat', baseUrl: 'https://api.weixin.qq.com', appid: 'wx1', secret: 's' },
    ...{ merge: 'shadow', whenDown: 'fail-open', push: null },
  })
})

test('what has no field, and secrets that are not written, stay as they were', () => {
  const form = { app: 'fx1', ...fromUpstream(BEFORE), baseUrl: 'https://b.example/' }
  assert.deepEqual(toDraft(form, BEFORE), {
    ...{ kind: 'wechat', baseUrl: 'https://b.example', appid: 'wx1' },
    ...{ merge: 'strictest', whenDown: 'fail-review' },
    ...{ timeoutMs: 900, cacheSeconds: 0, shadowPercent: 10, perMinute: 5, perDay: 6 },
    push: { mode: 'plain', waitMinutes: 9 },
  })
})

test('sounds that are switched off take the push away', () => {
  const form = { app: 'fx1', ...fromUpstream(BEFORE), hasSounds: false }
  assert.equal(toDraft(form, BEFORE).push, null)
})
