import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seenText, submitted, wechatManifest } from '../../src/examples.ts'
import { judgeBy } from '../../src/judge-by.ts'
import { undeclaredTrade } from './undeclared-trade.ts'

const clinic = {
  manifest: wechatManifest,
  pages: [],
  texts: [seenText('预约挂号', 'pages/a/a.wxml'), seenText('加入购物车', 'pages/b/b.wxml')],
  elements: [],
  apiCalls: [],
  hosts: [],
  publishEntries: [],
}

test('each trade without its category is one finding', () => {
  const seen = { ...clinic, submission: submitted('医疗服务-就医服务') }
  const outcome = judgeBy(undeclaredTrade, seen)
  assert.ok(outcome.kind === 'violation')
  assert.deepEqual(
    outcome.findings.map(({ limit }) => limit),
    ['商家自营-* / 电商平台-电商平台'],
  )
})

test('a trade that is declared under another first name is not answered', () => {
  const seen = { ...clinic, submission: submitted('工具-预约/报名', '电商平台-电商平台') }
  const outcome = judgeBy(undeclaredTrade, seen)
  assert.ok(outcome.kind === 'violation')
  assert.deepEqual(
    outcome.findings.map(({ limit }) => limit),
    ['医疗服务-*'],
  )
})
