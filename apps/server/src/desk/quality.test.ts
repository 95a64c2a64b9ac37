import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { VoteRow } from '@fangxing/storage'
import { reportQuality } from './quality.ts'

const RISKY = { verdict: 'risky', label: 10001 } as const
const PASS = { verdict: 'pass', label: 100 } as const

function said(
  userId: string,
  purpose: VoteRow['purpose'],
  subject: string,
  answer: Pick<VoteRow, 'verdict' | 'label'>,
  more: Partial<VoteRow> = {},
): VoteRow {
  return {
    ...{ itemId: `${subject} ${purpose} ${userId}`, kind: 'text', clauses: [], note: '', at: 1 },
    ...{ userId, userName: userId, purpose, subject, spentMs: 1000, right: null },
    ...answer,
    ...more,
  }
}

const OPINIONS = [
  said('ann', 'first', 'c1', RISKY, { clauses: ['a/1'] }),
  said('bob', 'second', 'c1', RISKY, { clauses: ['a/1'] }),
  said('ann', 'first', 'c2', RISKY, { clauses: ['a/1'], spentMs: 3000 }),
  said('bob', 'second', 'c2', PASS),
  said('cleo', 'lead', 'c2', PASS),
  said('ann', 'golden', 'g1', PASS, { right: RISKY }),
  said('bob', 'golden', 'g1', RISKY, { right: RISKY }),
  said('ann', 'first', 'c3', PASS),
]
const APPEALS = [
  { userId: 'ann', userName: 'ann', isOverturned: true, at: 1 },
  { userId: 'ann', userName: 'ann', isOverturned: false, at: 2 },
]

const { all, people, clauses } = reportQuality(OPINIONS, APPEALS)
const of = (id: string) => people.find(({ userId }) => userId === id)

test('agreement counts pairs, whatever a lead said later', () => {
  assert.deepEqual([all.agreement.count, all.agreement.of], [1, 2])
  assert.deepEqual([of('ann')?.agreement.of, of('cleo')?.agreement.of], [2, 0])
})

test('a lead’s word counts for who said the same and against who did not', () => {
  assert.equal(of('ann')?.upheldByLead.share, 0)
  assert.equal(of('bob')?.upheldByLead.share, 1)
  assert.equal(all.upheldByLead.of, 2)
})

test('golden tasks are scored by verdict and label', () => {
  assert.equal(of('ann')?.golden.share, 0)
  assert.equal(of('bob')?.golden.share, 1)
})

test('a clause agrees where both name it', () => {
  assert.deepEqual(
    clauses.map(({ clause, agreement }) => [clause, agreement.count, agreement.of]),
    [['a/1', 1, 2]],
  )
})

test('rejections that an appeal overturned are told of who rejected', () => {
  assert.deepEqual([of('ann')?.overturned.count, of('ann')?.overturned.of], [1, 2])
  assert.equal(of('bob')?.overturned.share, null)
})

test('who decided most comes first; time is the middle one', () => {
  assert.deepEqual(
    people.map(({ userId }) => userId),
    ['ann', 'bob', 'cleo'],
  )
  assert.equal(all.medianMs, 1000)
})

test('nothing decided is a report too', () => {
  assert.equal(reportQuality([], []).all.decisions, 0)
})
