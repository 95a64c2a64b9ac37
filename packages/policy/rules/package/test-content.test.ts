import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seenText } from '../../src/examples.ts'
import { judgeBy } from '../../src/judge-by.ts'
import { testContent } from './test-content.ts'

const labels: [name: string, label: string, expect: string][] = [
  ['a test and nothing else', '测试', 'violation'],
  ['a test of what the program is for', '视力测试', 'pass'],
  ['test data', '这是测试数据', 'violation'],
  ['the greeting of a first program', 'Hello World', 'violation'],
  ['a function to come', '该功能正在开发中', 'violation'],
  ['a function to come, in the usual words', '功能开发中', 'violation'],
  ['a promise alone', '敬请期待！', 'violation'],
  ['a promise at the end of a list', '更多内容，敬请期待', 'pass'],
  ['the label of a field', '标题', 'pass'],
  ['an article that tells of a test', '测试数据'.repeat(7), 'pass'],
]

for (const [name, label, expect] of labels) {
  test(`${name} → ${expect}`, () => {
    const seen = { pages: [], texts: [seenText(label, 'pages/a/a.wxml')] }
    assert.equal(judgeBy(testContent, seen).kind, expect)
  })
}
