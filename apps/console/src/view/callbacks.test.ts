import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Callbacks } from '../api/portal-types.ts'
import { canRedrive, hasAny } from './callbacks.ts'

const NONE: Callbacks = { webhook: null, wechat: null, mail: null, canMail: false }

test('one channel is enough for a test', () => {
  assert.equal(hasAny(NONE), false)
  assert.equal(hasAny({ ...NONE, mail: { address: 'a@example.com' } }), true)
})

test('what is on its way is not sent a second time', () => {
  assert.deepEqual(
    (['waiting', 'sending', 'delivered', 'dead'] as const).map((state) => canRedrive({ state })),
    [false, false, true, true],
  )
})
