import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drawBackground } from './background.ts'

const ROWS = ['16 2 中国他们', '9 3 为什么']

test('the same rows give the same texts, as many as are asked for', () => {
  const texts = drawBackground(ROWS, 50)
  assert.equal(texts.length, 50)
  assert.deepEqual(drawBackground(ROWS, 50), texts)
  assert.ok(texts.every((text) => text.length > 1))
})

test('common words are drawn more often than rare ones', () => {
  const texts = drawBackground(ROWS, 500).join('\n')
  assert.ok(texts.split('中国').length > texts.split('为什么').length)
})
