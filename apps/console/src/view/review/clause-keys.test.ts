import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Outcome, Severity } from '@fangxing/contract'
import type { ExplainedJudgement } from '../../api/types.ts'
import { writeCheckNotice } from './check-notice.ts'
import { firstChoice, numberClauses, toggle } from './clause-keys.ts'

const WORDS = { zh: '不得引流', en: 'no leads' }
const FOUND: Outcome = {
  kind: 'violation',
  findings: [
    {
      place: { kind: 'text', field: 'content', start: 0, end: 1 },
      message: { zh: '有手机号', en: 'a number' },
    },
  ],
}

function judged(
  clauseId: string,
  outcome: Outcome,
  severity: Severity = 'review',
): ExplainedJudgement {
  const words = { clauseWords: WORDS, title: WORDS, why: WORDS, fix: WORDS }
  return { ruleId: clauseId, clauseId, severity, outcome, ...words }
}

const DOUBT: Outcome = { kind: 'undetermined', because: { zh: '拿不准', en: 'not sure' } }
const JUDGEMENTS = [
  judged('a/1', { kind: 'pass' }),
  judged('a/2', DOUBT),
  judged('a/3', FOUND, 'block'),
]
const BOOKS = ['a/1', 'a/2', 'a/3', 'z/9'].map((id) => ({ id, words: WORDS }))

test('what was found comes before what was doubted; what passed has no digit', () => {
  const numbered = numberClauses(JUDGEMENTS, ['z/9'], BOOKS)
  assert.deepEqual(
    numbered.map(({ id, digit, isChosen }) => [id, digit, isChosen]),
    [
      ['a/3', 1, false],
      ['a/2', 2, false],
      ['z/9', 3, true],
    ],
  )
})

test('a clause that no book has any more cannot be picked', () => {
  const numbered = numberClauses([judged('gone/1', FOUND)], [], BOOKS)
  assert.deepEqual(numbered, [])
})

test('the tenth clause has no digit', () => {
  const many = Array.from({ length: 10 }, (_, nth) => judged(`a/${nth}`, FOUND))
  const digits = numberClauses(many, [], []).map(({ digit }) => digit)
  assert.deepEqual(digits, [1, 2, 3, 4, 5, 6, 7, 8, 9, null])
})

test('a rejection starts from what blocks, else from the first doubt, else from nothing', () => {
  assert.deepEqual(firstChoice(JUDGEMENTS), ['a/3'])
  assert.deepEqual(firstChoice([judged('a/2', DOUBT), judged('a/4', DOUBT)]), ['a/2'])
  assert.deepEqual(firstChoice([]), [])
})

test('a digit pressed twice changes nothing', () => {
  assert.deepEqual(toggle(toggle(['a'], 'b'), 'b'), ['a'])
})

test('the notice names label, clauses and what was found, in both languages', () => {
  const clauses = [{ id: 'a/3', words: WORDS }]
  const about = { judgements: JUDGEMENTS, hits: [] }
  const zh = writeCheckNotice(10001, clauses, about, 'zh')
  assert.equal(
    zh,
    '内容未通过审核（广告），依据：\n1. 不得引流（a/3）\n   发现：有手机号\n如有异议，可联系平台申诉。',
  )
  assert.match(
    writeCheckNotice(10001, clauses, about, 'en'),
    /1\. no leads \(a\/3\)\n {3}Found: a number/,
  )
})

test('a hit in the notice shows what hides in it', () => {
  const place = { kind: 'text', field: 'content', start: 0, end: 3 } as const
  const hit = {
    termId: 't',
    term: 'ab',
    label: 10001,
    level: 'review',
    matched: 'a\u202eb',
  } as const
  const hits = [{ ...hit, place, conversions: [], confidence: 1 }]
  assert.match(writeCheckNotice(10001, [], { judgements: [], hits }, 'zh'), /“a⟦RLO⟧b”/)
})
