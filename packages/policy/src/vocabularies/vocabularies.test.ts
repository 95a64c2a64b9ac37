import assert from 'node:assert/strict'
import { test } from 'node:test'
import { vocabularyWords } from './vocabularies.ts'

test('no word stands twice in a vocabulary', () => {
  const keys = vocabularyWords.map(({ vocabulary, word }) => `${vocabulary}/${word}`)
  assert.equal(new Set(keys).size, keys.length)
})

test('every word has two characters or more, but the ones the book itself names', () => {
  const short = vocabularyWords.filter(({ word }) => [...word].length < 2)
  assert.deepEqual(short, [{ vocabulary: 'knives', word: '弩' }])
})

test('the words that clause 8.3 names are all there', () => {
  const named =
    '鉴定 评估 收购 估价 男科 妇科 壮阳 强精 缩阴 早泄 补肾 脱发 减肥药 瘦身药 丰胸 胎儿性别 实盘解析 带盘操作 轻松解套'
  const words = new Set(vocabularyWords.map(({ word }) => word))
  assert.deepEqual(
    named.split(' ').filter((word) => !words.has(word)),
    [],
  )
})
