import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seenElement } from '../../src/examples.ts'
import { judgeBy } from '../../src/judge-by.ts'
import { reviewSwitch } from './review-switch.ts'

const conditions: [name: string, attribute: string, value: string, expect: string][] = [
  ['a flag of audit', 'wx:if', '{{isAudit}}', 'undetermined'],
  ['being in review', 'v-if', 'inReview', 'undetermined'],
  ['a mode of audit from the server', 'hidden', '{{config.audit_mode == 1}}', 'undetermined'],
  ['the Chinese word', 's-if', '{{shenhe}}', 'undetermined'],
  ['reviews of goods', 'wx:if', '{{reviews.length}}', 'pass'],
  ['the state of an application of the user', 'wx:if', '{{auditStatus == 2}}', 'pass'],
  ['a class name', 'class', 'is_audit', 'pass'],
]

for (const [name, attribute, value, expect] of conditions) {
  test(`${name} → ${expect}`, () => {
    const elements = [seenElement('view', 'pages/a/a.wxml', { [attribute]: value })]
    assert.equal(judgeBy(reviewSwitch, { elements }).kind, expect)
  })
}
