import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Subject } from '@fangxing/contract'
import type { CategoryEntry } from '../api/types.ts'
import { categoryOf, findConsequences, keyOf } from './categories.ts'

const forum = { first: '社交', second: '社区/论坛' }
const notes = { first: '社交', second: '笔记' }
const tool = { first: '工具', second: '效率' }
const everybody = ['organisation', 'individual', 'overseas'] as const
const table: CategoryEntry[] = [
  { ...forum, filed: true, ugcDeclared: true, openTo: ['organisation'] },
  { ...notes, filed: true, ugcDeclared: true, openTo: ['organisation'] },
  { ...tool, filed: false, ugcDeclared: false, openTo: everybody },
]
const enterprise: Subject = { kind: 'enterprise', overseas: false, region: 'CN-GD' }
const individual: Subject = { ...enterprise, kind: 'individual' }

test('a category without filing has no consequence', () => {
  assert.deepEqual(findConsequences([tool], table, [], enterprise), {
    toFile: [],
    filedBefore: [],
    closed: [],
    needsUgcDeclaration: false,
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

test('a forum asks how user content is checked', () => {
  const asks = (chosen: (typeof forum)[]) =>
    findConsequences(chosen, table, [], enterprise).needsUgcDeclaration
  assert.deepEqual([asks([tool, forum]), asks([tool])], [true, false])
})

test('an overseas subject has its own table', () => {
  const overseas = { ...enterprise, overseas: true }
  assert.deepEqual(findConsequences([forum, tool], table, [], overseas).closed, [forum])
})

test('a second name may hold a slash', () => {
  assert.deepEqual(categoryOf(keyOf(forum)), forum)
})
