import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seenText } from '../../src/examples.ts'
import { judgeBy } from '../../src/judge-by.ts'
import { fortuneTelling } from './fortune-telling.ts'

const cases: [name: string, text: string, expect: string][] = [
  ['a name that is rated', '姓名打分', 'violation'],
  ['lots at a temple', '在线求签', 'violation'],
  ['a calendar of the stars', '星座介绍', 'pass'],
  ['characters of a face', '面部识别', 'pass'],
  ['the word in an article', `${'他在庙里求签的故事'.repeat(3)}`, 'pass'],
]

for (const [name, text, expect] of cases) {
  test(`${name} → ${expect}`, () => {
    const seen = { pages: [], texts: [seenText(text, 'pages/a/a.wxml')] }
    assert.equal(judgeBy(fortuneTelling, seen).kind, expect)
  })
}
