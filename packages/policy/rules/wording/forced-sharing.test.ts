import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seenText } from '../../src/examples.ts'
import { judgeBy } from '../../src/judge-by.ts'
import { forcedSharing } from './forced-sharing.ts'

const cases: [name: string, text: string, expect: string][] = [
  ['a promise right at the limit', '转发一二三四五六七八九十甲乙解锁', 'violation'],
  ['a promise one beyond', '转发一二三四五六七八九十甲乙丙解锁', 'pass'],
  ['an invitation that unlocks', '邀请好友解锁全文', 'violation'],
  ['the promise before the verb', '领取红包后欢迎分享', 'pass'],
  ['an invitation that promises nothing', '邀请好友一起看', 'pass'],
]

for (const [name, text, expect] of cases) {
  test(`${name} → ${expect}`, () => {
    const texts = [seenText(text, 'pages/a/a.wxml')]
    assert.equal(judgeBy(forcedSharing, { texts }).kind, expect)
  })
}
