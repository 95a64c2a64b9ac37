import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Outcome, Severity } from '@fangxing/contract'
import type { ClauseRow, RowAnswer } from '../api/materials.ts'
import { groupOfRow, groupRows, openRows, passTheRest, toBlocks } from './materials.ts'

const words = { zh: '条', en: 'clause' }
const OPEN: Outcome = { kind: 'undetermined', because: words }
const BROKEN: Outcome = {
  kind: 'violation',
  findings: [{ place: { kind: 'submission', field: 'title' }, message: words }],
}

function rowOf(outcome: Outcome, weight: Severity, finding?: RowAnswer['finding']): ClauseRow {
  const clauseId = `${outcome.kind} ${weight} ${finding ?? ''}`
  const answer = finding === undefined ? null : { clauseId, finding, remark: '' }
  const isAsked = outcome.kind === 'undetermined'
  return {
    ...{ clauseId, words, weight, outcome, fix: null, answer },
    ...{ isAsked, isOpen: isAsked && answer === null },
  }
}

const groups: [name: string, row: ClauseRow, group: string][] = [
  ['what blocks', rowOf(BROKEN, 'block'), 'blocks'],
  ['what a person confirms', rowOf(BROKEN, 'review'), 'person'],
  ['what is only told', rowOf(BROKEN, 'advise'), 'told'],
  ['what is open', rowOf(OPEN, 'block'), 'person'],
  ['what a person found wrong', rowOf(OPEN, 'block', 'violation'), 'blocks'],
  ['what a person lifted', rowOf(BROKEN, 'block', 'pass'), 'passes'],
  ['what does not apply', rowOf({ kind: 'inapplicable' }, 'block'), 'inapplicable'],
]

for (const [name, row, group] of groups) {
  test(`${name} stands under ${group}`, () => assert.equal(groupOfRow(row), group))
}

test('every row stands in one group', () => {
  const rows = groups.map(([, row]) => row)
  const grouped = groupRows(rows)
  assert.equal(grouped.flatMap((one) => one.rows).length, rows.length)
  assert.equal(grouped[0]?.group, 'blocks')
})

test('a violation without a word about it is still open; the rest can be passed at once', () => {
  const row = rowOf(OPEN, 'block')
  const answered = (remark: string) =>
    new Map([[row.clauseId, { clauseId: row.clauseId, finding: 'violation', remark }] as const])
  assert.equal(openRows([row], new Map()).length, 1)
  assert.equal(openRows([row], answered(' ')).length, 1)
  assert.equal(openRows([row], answered('图文不符')).length, 0)
  assert.equal(openRows([row], passTheRest([row], new Map())).length, 0)
  assert.equal(passTheRest([row], answered('x')).get(row.clauseId)?.finding, 'violation')
})

test('what somebody else found wrong is open again in an appeal', () => {
  const row = { ...rowOf(OPEN, 'block', 'violation'), isOpen: true }
  assert.equal(openRows([row], new Map()).length, 1)
})

test('each line with words on it is a paragraph', () => {
  assert.deepEqual(
    toBlocks('一\n\n  二 \n').map(({ text }) => text),
    ['一', '二'],
  )
})
