import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Finding } from '@fangxing/contract'
import type { ExplainedJudgement } from '../api/types.ts'
import { writeNotice } from './notice.ts'

const subject = { appName: '邻里', version: '1.2.0' }

function finding(line: number): Finding {
  return {
    place: { kind: 'file', file: 'pages/post.js', line, column: 3 },
    message: { zh: '发布前没有检测', en: 'Published unchecked' },
    measured: '0 次调用',
    limit: '至少 1 次',
  }
}

function judgement(findings: readonly Finding[]): ExplainedJudgement {
  const [first, ...rest] = findings
  return {
    ruleId: 'ugc/unguarded',
    clauseId: 'wechat-filing/9',
    clauseWords: { zh: '用户发布须接入检测', en: 'User content must be checked' },
    title: { zh: '', en: '' },
    why: { zh: '', en: '' },
    fix: { zh: '接入 msgSecCheck', en: 'Call msgSecCheck' },
    severity: 'block',
    outcome: first ? { kind: 'violation', findings: [first, ...rest] } : { kind: 'pass' },
  }
}

test('a notice names clause, place, measure, limit and remedy', () => {
  assert.equal(
    writeNotice(subject, [judgement([finding(12)])], 'zh'),
    [
      '您提交的「邻里」1.2.0 未通过审核，原因如下：',
      '',
      '1. 用户发布须接入检测（wechat-filing/9）',
      '   位置：pages/post.js:12:3；发布前没有检测；实际：0 次调用；要求：至少 1 次',
      '   修改建议：接入 msgSecCheck',
      '',
      '请修改后重新提交。如有异议，可在版本页面查看每一处的依据。',
    ].join('\n'),
  )
})

test('a notice in English has no Chinese sentence of ours', () => {
  const notice = writeNotice({ appName: 'Near', version: '1' }, [judgement([])], 'en')
  assert.match(notice, /User content must be checked/)
  assert.match(notice, /What to do: Call msgSecCheck/)
  assert.doesNotMatch(notice, /您|修改|位置/)
})

test('five places are written out, one more is counted', () => {
  const lines = (count: number) =>
    writeNotice(subject, [judgement(Array.from({ length: count }, (_, n) => finding(n)))], 'zh')
  assert.doesNotMatch(lines(5), /另有/)
  assert.match(lines(6), /另有 1 处/)
})

test('a clause chosen without findings has its words and the remedy', () => {
  assert.doesNotMatch(writeNotice(subject, [judgement([])], 'zh'), /位置/)
})
