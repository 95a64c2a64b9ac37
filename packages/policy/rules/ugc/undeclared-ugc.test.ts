import assert from 'node:assert/strict'
import { test } from 'node:test'
import { baiduManifest, submitted, wechatManifest } from '../../src/examples.ts'
import { judgeBy } from '../../src/judge-by.ts'
import { undeclaredUgc } from './undeclared-ugc.ts'

const cases: [category: string, expect: string][] = [
  ['社交-社区/论坛', 'violation'],
  ['社交-笔记', 'violation'],
  ['社交-问答', 'violation'],
  ['社交-直播', 'inapplicable'],
  ['文娱-其他视频', 'inapplicable'],
  ['工具-备忘录', 'inapplicable'],
]

for (const [category, expect] of cases) {
  test(`${category} without a declaration → ${expect}`, () => {
    const seen = { manifest: wechatManifest, submission: submitted(category) }
    assert.equal(judgeBy(undeclaredUgc, seen).kind, expect)
  })
}

test('a Baidu program has no such declaration', () => {
  const seen = { manifest: baiduManifest, submission: submitted('社交-笔记') }
  assert.equal(judgeBy(undeclaredUgc, seen).kind, 'inapplicable')
})
