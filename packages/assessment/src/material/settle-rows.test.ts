import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Outcome, Severity } from '@fangxing/contract'
import { pass, undetermined } from '@fangxing/contract'
import {
  askedRows,
  keptAnswers,
  type RowAnswer,
  settleRows,
  type WeighedRow,
} from './settle-rows.ts'

const say = (words: string) => ({ zh: words, en: words })
const place = { kind: 'submission', field: 'title' } as const
const broken: Outcome = { kind: 'violation', findings: [{ place, message: say('x') }] }
const open = undetermined(say('?'))

function row(clauseId: string, outcome: Outcome, weight: Severity): WeighedRow {
  return { clauseId, outcome, weight, decidedBy: 'rule', ruleIds: [] }
}

function answer(clauseId: string, finding: RowAnswer['finding']): RowAnswer {
  return { clauseId, finding, remark: '' }
}

const asked: [name: string, outcome: Outcome, weight: Severity, isAsked: boolean][] = [
  ['an open clause that blocks', open, 'block', true],
  ['an open clause of advice', open, 'advise', false],
  ['a violation that a person confirms', broken, 'review', true],
  ['a violation that blocks by itself', broken, 'block', false],
  ['what passes', pass, 'block', false],
]

for (const [name, outcome, weight, isAsked] of asked) {
  test(`${name} is ${isAsked ? 'asked' : 'not asked'}`, () => {
    assert.equal(askedRows([row('a', outcome, weight)]).length, isAsked ? 1 : 0)
  })
}

test('an appeal asks about what stopped the material, too', () => {
  const rows = [row('a', broken, 'block'), row('b', pass, 'block')]
  assert.deepEqual(
    askedRows(rows, true).map(({ clauseId }) => clauseId),
    ['a'],
  )
})

const verdicts: [
  name: string,
  rows: WeighedRow[],
  answers: RowAnswer[],
  verdict: string,
  open: number,
][] = [
  ['an open clause keeps it with people', [row('a', open, 'block')], [], 'review', 1],
  ['an answered clause lets it pass', [row('a', open, 'block')], [answer('a', 'pass')], 'pass', 0],
  [
    'what a person finds wrong rejects it',
    [row('a', open, 'review')],
    [answer('a', 'violation')],
    'reject',
    0,
  ],
  ['what blocks stays blocked without an answer', [row('a', broken, 'block')], [], 'reject', 0],
  ['a person may lift what blocks', [row('a', broken, 'block')], [answer('a', 'pass')], 'pass', 0],
  [
    'one bad clause is enough',
    [row('a', open, 'block'), row('b', open, 'block')],
    [answer('a', 'pass'), answer('b', 'violation')],
    'reject',
    0,
  ],
  ['open advice holds nothing up', [row('a', open, 'advise')], [], 'pass', 0],
]

for (const [name, rows, answers, verdict, stillOpen] of verdicts) {
  test(name, () => {
    const settled = settleRows(rows, answers)
    assert.equal(settled.verdict, verdict)
    assert.equal(settled.open.length, stillOpen)
  })
}

test('an answer holds for a later audit while the machine says the same of the clause', () => {
  const before = [row('a', open, 'block'), row('b', open, 'block')]
  const after = [row('a', open, 'block'), row('b', broken, 'block')]
  const answers = [answer('a', 'pass'), answer('b', 'pass')]
  assert.deepEqual(
    keptAnswers(answers, before, after).map(({ clauseId }) => clauseId),
    ['a'],
  )
})
