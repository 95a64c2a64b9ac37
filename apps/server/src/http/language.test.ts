import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chooseLanguage } from './language.ts'

const headers: [header: string | undefined, language: 'zh' | 'en'][] = [
  [undefined, 'zh'],
  ['', 'zh'],
  ['*', 'zh'],
  ['fr', 'zh'],
  ['en', 'en'],
  ['EN-gb', 'en'],
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
  ['en;q=0.8, zh;q=0.9', 'zh'],
  ['en-US,en;q=0.9,zh;q=0.1', 'en'],
  ['zh, en', 'zh'],
  ['en;q=0', 'zh'],
  ['en;q=often', 'en'],
  ['en;level=1;q=0.1, zh;q=0.2', 'zh'],
  [';;;,,,=', 'zh'],
]

for (const [header, language] of headers) {
  test(`“${header}” prefers ${language}`, () => {
    assert.equal(chooseLanguage(header), language)
  })
}
