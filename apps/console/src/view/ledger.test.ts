import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CategoryEntry, LedgerEntry } from '../api/types.ts'
import { ledgerOf } from './ledger.ts'

const FORUM = { first: '社交', second: '社区/论坛' }
const NOTES = { first: '社交', second: '笔记' }
const TOOL = { first: '工具', second: '信息查询' }
const TABLE = [
  { ...FORUM, filed: true },
  { ...NOTES, filed: true },
  { ...TOOL, filed: false },
] as CategoryEntry[]

const filed = (category: LedgerEntry['category']): LedgerEntry => {
  return { category, releaseId: 'r', completedAt: 1 }
}
const drawn = (rows: ReturnType<typeof ledgerOf>) =>
  rows.map(({ category, status }) => `${category.second} ${status}`)

test('what is still to be filed comes first, what never is comes last', () => {
  const rows = ledgerOf([TOOL, NOTES, FORUM], [filed(NOTES)], TABLE)
  assert.deepEqual(drawn(rows), ['社区/论坛 toFile', '笔记 filed', '信息查询 notNeeded'])
  assert.equal(rows[1]?.entry?.releaseId, 'r')
})

test('a filed category that is registered no more stays in the ledger', () => {
  assert.deepEqual(drawn(ledgerOf([TOOL], [filed(FORUM)], TABLE)), [
    '信息查询 notNeeded',
    '社区/论坛 filed',
  ])
})

test('before the table has come nothing is said to be filed that is not', () => {
  assert.deepEqual(drawn(ledgerOf([FORUM], [], [])), ['社区/论坛 notNeeded'])
})
