import assert from 'node:assert/strict'
import { test } from 'node:test'
import { perSecond, thin } from './load.ts'

test('requests are told by the second, whatever the span', () => {
  assert.equal(perSecond({ requests: 30, spanMs: 10_000 }), 3)
  assert.equal(perSecond({ requests: 30, spanMs: 0 }), 0)
})

test('few samples are all drawn, of many every so manieth and the last one', () => {
  assert.deepEqual(thin([1, 2, 3], 5), [1, 2, 3])
  assert.deepEqual(thin([1, 2, 3, 4, 5, 6, 7], 3), [1, 4, 7])
  assert.deepEqual(thin([1, 2, 3, 4, 5, 6], 3), [2, 4, 6])
  assert.deepEqual(thin([], 3), [])
})
