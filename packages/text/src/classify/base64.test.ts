import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { decodeBytes, encodeBytes } from './base64.ts'

test('bytes come back from base64 as they were', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 99 }), (bytes) => {
      assert.deepEqual(decodeBytes(encodeBytes(bytes)), bytes)
    }),
  )
})

test('the text is what everybody else writes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 99 }), (bytes) => {
      assert.equal(encodeBytes(bytes), Buffer.from(bytes).toString('base64'))
    }),
  )
})
