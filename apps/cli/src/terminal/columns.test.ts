import assert from 'node:assert/strict'
import { test } from 'node:test'
import { alignColumns } from './columns.ts'

test('columns align where Chinese and Latin letters mix', () => {
  assert.deepEqual(
    alignColumns([
      ['加微信', 'a', 'x'],
      ['qq', '代码', 'y'],
    ]),
    ['加微信  a     x', 'qq      代码  y'],
  )
})

test('a short row and an empty last cell leave no spaces at the end', () => {
  assert.deepEqual(alignColumns([['a', 'bbb', ''], ['c']]), ['a  bbb', 'c'])
})
