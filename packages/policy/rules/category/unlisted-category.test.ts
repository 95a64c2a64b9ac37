import assert from 'node:assert/strict'
import { test } from 'node:test'
import { submitted, wechatManifest } from '../../src/examples.ts'
import { judgeBy } from '../../src/judge-by.ts'
import { unlistedCategory } from './unlisted-category.ts'

const cases: [name: string, categories: string[], expect: string][] = [
  ['nothing declared', [], 'inapplicable'],
  ['a listed one', ['社交-社区/论坛'], 'pass'],
  ['a former name', ['文娱-FM/电台'], 'pass'],
  ['a second-level name alone', ['-笔记'], 'violation'],
  ['a wrong first-level name', ['文娱-笔记'], 'violation'],
  ['one listed, one not', ['工具-日历', '工具-占卜'], 'violation'],
]

for (const [name, names, expect] of cases) {
  test(`${name} → ${expect}`, () => {
    const seen = { manifest: wechatManifest, submission: submitted(...names) }
    assert.equal(judgeBy(unlistedCategory, seen).kind, expect)
  })
}

test('each unlisted name is named with the date of the table', () => {
  const seen = { manifest: wechatManifest, submission: submitted('工具-占卜', '工具-日历') }
  const outcome = judgeBy(unlistedCategory, seen)
  assert.ok(outcome.kind === 'violation' && outcome.findings.length === 1)
  assert.match(outcome.findings[0].message.zh, /工具-占卜.*2026-07-30/)
})
