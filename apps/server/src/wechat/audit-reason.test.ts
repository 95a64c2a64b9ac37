import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findClause } from '@fangxing/policy'
import { toAuditReason } from './audit-reason.ts'

const CLAUSE = 'wechat-rejection/2.1.1'
const WORDS = findClause(CLAUSE)?.words.zh

const ROWS: readonly [string, string, readonly string[], string][] = [
  ['a note alone', '首页打不开', [], '首页打不开'],
  ['a note and a clause', '打不开', [CLAUSE], `打不开<br>依据：${WORDS}（${CLAUSE}）`],
  ['a clause alone', '', [CLAUSE], `依据：${WORDS}（${CLAUSE}）`],
  ['a clause that the note names', `1. 见 ${CLAUSE}`, [CLAUSE], `1. 见 ${CLAUSE}`],
  ['a clause of no book', '', ['gone/1'], '依据：gone/1（gone/1）'],
  ['signs of HTML', '<b> & "c"', [], '&lt;b&gt; &amp; "c"'],
  ['nothing', '', [], ''],
]

for (const [name, note, clauses, reason] of ROWS) {
  test(`the reason of ${name}`, () => assert.equal(toAuditReason(note, clauses), reason))
}
