import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Finding } from '@fangxing/contract'
import type { ExplainedJudgement } from '../api/types.ts'
import { clauseProposals, findGrounds, writeNotice } from './notice.ts'

const clause = {
  id: 'wechat-filing/9',
  words: { zh: '用户发布须接入检测', en: 'User content must be checked' },
}
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

test('a name that turns text around is told by what it hides', () => {
  const subject = { appName: '笔记\u202Egnp', version: '1.0.0' }
  assert.match(
    writeNotice(subject, [], [], 'zh'),
    /「笔记⟦RLO⟧gnp」1\.0\.0|「笔记⟦RLO⟧gnp」 1\.0\.0/,
  )
})

test('a notice names clause, place, measure, limit and remedy', () => {
  assert.equal(
    writeNotice(subject, [clause], [judgement([finding(12)])], 'zh'),
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
  const notice = writeNotice(
    { appName: 'Near', version: '1' },
    [clause],
    [judgement([{ ...finding(1), measured: '0', limit: '1' }])],
    'en',
  )
  assert.match(notice, /User content must be checked/)
  assert.match(notice, /What to do: Call msgSecCheck/)
  assert.doesNotMatch(notice, /您|修改|位置|[；：（]/)
})

test('five places are written out, one more is counted', () => {
  const lines = (count: number) =>
    writeNotice(
      subject,
      [clause],
      [judgement(Array.from({ length: count }, (_, n) => finding(n)))],
      'zh',
    )
  assert.doesNotMatch(lines(5), /另有/)
  assert.match(lines(6), /另有 1 处/)
})

test('a clause chosen by hand has its words only', () => {
  const notice = writeNotice(subject, [clause], [judgement([])], 'zh')
  assert.match(notice, /1\. 用户发布须接入检测（wechat-filing\/9）\n\n请修改/)
})

test('blocks are proposed, each clause once; the gravest judgement speaks for a clause', () => {
  const block = judgement([finding(1)])
  const again = { ...judgement([finding(2)]), ruleId: 'ugc/other' }
  const passed = { ...judgement([]), clauseId: 'wechat-filing/3' }
  const passedSame = { ...judgement([]), ruleId: 'ugc/third' }
  const all = [passedSame, passed, block, again]
  assert.deepEqual(clauseProposals(all), ['wechat-filing/9'])
  assert.deepEqual(findGrounds(all), [block])
})
