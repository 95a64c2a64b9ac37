import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Subject } from '@fangxing/contract'
import { baiduManifest, seenElement, submittedBy, wechatManifest } from '../../src/examples.ts'
import { judgeBy } from '../../src/judge-by.ts'
import { closedWebView } from './closed-web-view.ts'

const elements = [
  seenElement('web-view', 'pages/a/a.wxml'),
  seenElement('web-view', 'pages/a/a.wxml'),
]

const cases: [kind: Subject['kind'], expect: string][] = [
  ['individual', 'violation'],
  ['enterprise', 'pass'],
  ['government', 'pass'],
  ['other', 'pass'],
]

for (const [kind, expect] of cases) {
  test(`the container of subject ${kind} → ${expect}`, () => {
    const seen = { manifest: wechatManifest, elements, submission: submittedBy({ kind }) }
    assert.equal(judgeBy(closedWebView, seen).kind, expect)
  })
}

test('two containers on a page are one finding', () => {
  const submission = submittedBy({ kind: 'individual' })
  const outcome = judgeBy(closedWebView, { manifest: wechatManifest, elements, submission })
  assert.ok(outcome.kind === 'violation' && outcome.findings.length === 1)
})

test('Baidu opens the container by another rule book', () => {
  const submission = submittedBy({ kind: 'individual' })
  const seen = { manifest: baiduManifest, elements, submission }
  assert.equal(judgeBy(closedWebView, seen).kind, 'inapplicable')
})
