import assert from 'node:assert/strict'
import { test } from 'node:test'
import { submittedBy, wechatManifest } from '../../src/examples.ts'
import { judgeBy } from '../../src/judge-by.ts'
import { closedToOverseas } from './closed-to-overseas.ts'

const cases: [name: string, category: string, expect: string][] = [
  ['a category that both tables list', '工具-日历', 'pass'],
  ['a domestic one', '政务民生-水电', 'violation'],
  ['a social one', '社交-笔记', 'violation'],
  ['one of the overseas table only', '本地服务-酒', 'pass'],
  ['one that no table lists', '社交-漂流瓶', 'pass'],
]

for (const [name, category, expect] of cases) {
  test(`${name} → ${expect}`, () => {
    const submission = submittedBy({ overseas: true }, category)
    assert.equal(judgeBy(closedToOverseas, { manifest: wechatManifest, submission }).kind, expect)
  })
}

test('an overseas individual is measured by the overseas table too', () => {
  const submission = submittedBy({ overseas: true, kind: 'individual' }, '社交-笔记')
  assert.equal(
    judgeBy(closedToOverseas, { manifest: wechatManifest, submission }).kind,
    'violation',
  )
})
