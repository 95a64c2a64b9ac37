import assert from 'node:assert/strict'
import { test } from 'node:test'
import { categories } from '../../books/wechat-categories.ts'
import { baiduManifest, submitted, submittedBy, wechatManifest } from '../../src/examples.ts'
import { judgeBy } from '../../src/judge-by.ts'
import { closedToIndividuals } from './closed-to-individuals.ts'

const individual = { kind: 'individual' } as const

test('all thirteen filing categories are closed', () => {
  for (const { first, second } of categories.rows.filter(({ filed }) => filed)) {
    const submission = submittedBy(individual, `${first}-${second}`)
    const outcome = judgeBy(closedToIndividuals, { manifest: wechatManifest, submission })
    assert.equal(outcome.kind, 'violation', second)
  }
})

test('only the closed ones of several are reported', () => {
  const submission = submittedBy(individual, '工具-天气', '社交-问答', '体育-在线健身')
  const outcome = judgeBy(closedToIndividuals, { manifest: wechatManifest, submission })
  assert.ok(outcome.kind === 'violation')
  assert.deepEqual(
    outcome.findings.map(({ measured }) => measured),
    ['个人主体 individual · 社交-问答'],
  )
})

test('a category that no table lists is left to the rule about unlisted ones', () => {
  const submission = submittedBy(individual, '社交-漂流瓶')
  assert.equal(judgeBy(closedToIndividuals, { manifest: wechatManifest, submission }).kind, 'pass')
})

test('an individual who declares nothing has nothing closed', () => {
  const submission = submittedBy(individual)
  assert.equal(judgeBy(closedToIndividuals, { manifest: wechatManifest, submission }).kind, 'pass')
})

test('neither a government nor a Baidu program is concerned', () => {
  const government = submittedBy({ kind: 'government' }, '社交-问答')
  for (const [manifest, submission] of [
    [wechatManifest, government],
    [baiduManifest, submittedBy(individual, '社交-问答')],
    [wechatManifest, submitted('社交-问答')],
  ] as const) {
    assert.equal(judgeBy(closedToIndividuals, { manifest, submission }).kind, 'inapplicable')
  }
})
