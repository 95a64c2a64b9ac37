import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Subject } from '@fangxing/contract'
import { categoryOf, findConsequences, keyOf } from './categories.ts'

const forum = { first: '社交', second: '社区/论坛' }
const notes = { first: '社交', second: '笔记' }
const tool = { first: '工具', second: '效率' }
const table = [
  { ...forum, filing: true, closedToIndividuals: true },
  { ...notes, filing: true, closedToIndividuals: true },
  { ...tool, filing: false, closedToIndividuals: false },
]
const enterprise: Subject = { kind: 'enterprise', overseas: false, region: 'CN-GD' }
const individual: Subject = { ...enterprise, kind: 'individual' }

test('a category without filing has no consequence', () => {
  assert.deepEqual(findConsequences([tool], table, [], enterprise), {
    toFile: [],
    filedBefore: [],
    closed: [],
    isPromised: true,
  })
})

test('only what the ledger lacks is filed', () => {
  const { toFile, filedBefore } = findConsequences([forum, notes, tool], table, [forum], enterprise)
  assert.deepEqual([toFile, filedBefore], [[notes], [forum]])
})

test('an individual is told which categories are closed', () => {
  assert.deepEqual(findConsequences([forum, tool], table, [], individual).closed, [forum])
  assert.deepEqual(findConsequences([forum, tool], table, [], enterprise).closed, [])
})

const promises: [name: string, subject: Subject, isPromised: boolean][] = [
  ['an overseas enterprise has the promise', { ...enterprise, overseas: true }, true],
  ['an overseas individual has not', { ...individual, overseas: true }, false],
  ['an individual at home has', individual, true],
]

for (const [name, subject, isPromised] of promises) {
  test(name, () => assert.equal(findConsequences([], [], [], subject).isPromised, isPromised))
}

test('a second name may hold a slash', () => {
  assert.deepEqual(categoryOf(keyOf(forum)), forum)
})
