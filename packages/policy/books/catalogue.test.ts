import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rules } from '../rules/index.ts'
import { books, findClause } from './index.ts'

const clauses = books.flatMap(({ clauses }) => clauses)
const cited = new Set(rules.map(({ clause }) => clause))

test('no clause id stands twice', () => {
  assert.equal(new Set(clauses.map(({ id }) => id)).size, clauses.length)
})

test('every clause lies in its own book', () => {
  for (const { id, clauses } of books) {
    for (const clause of clauses) assert.ok(clause.id.startsWith(`${id}/`), clause.id)
  }
})

test('every clause has its words in both languages', () => {
  for (const { id, words } of clauses) assert.ok(words.zh !== '' && words.en !== '', id)
})

test('every clause has a rule, or says why a process or a person decides it', () => {
  for (const clause of clauses) {
    if (clause.decidedBy === 'rule') {
      assert.ok(cited.has(clause.through ?? clause.id), `${clause.id} is cited by no rule`)
    } else {
      assert.match(clause.because.zh, /。$/, clause.id)
      assert.match(clause.because.en, /\.$/, clause.id)
    }
  }
})

test('a clause that is decided through another leads to one that a rule cites itself', () => {
  for (const clause of clauses) {
    if (clause.decidedBy !== 'rule' || clause.through === undefined) continue
    const target = findClause(clause.through)
    assert.ok(target?.decidedBy === 'rule' && target.through === undefined, clause.id)
    assert.ok(!cited.has(clause.id), `${clause.id} is cited by a rule of its own`)
  }
})

test('an unknown clause is not found', () => {
  assert.equal(findClause('wechat-filing-2022/99'), undefined)
})
