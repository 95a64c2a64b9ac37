import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { toPrintable } from './printable.ts'

test('ordinary text, Chinese and emoji included, stays as it is', () => {
  assert.equal(toPrintable('加薇❤信 café 👩‍👩‍👧'), '加薇❤信 café 👩‍👩‍👧')
})

test('escape sequences and marks that turn the reading order become visible', () => {
  assert.equal(toPrintable('\u001b[2J\u202eabc\u009b'), '\\u001b[2J\\u202eabc\\u009b')
})

test('line breaks become spaces', () => {
  assert.equal(toPrintable('a\r\nb\nc\td'), 'a b c d')
})

test('no string leaves a control character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => !/\p{Cc}/u.test(toPrintable(text))),
  )
})
