import assert from 'node:assert/strict'
import { test } from 'node:test'
import { baijiahao2019, baijiahaoSights } from './index.ts'
import { readSights } from './read-clauses.ts'

const { clauses } = baijiahao2019

const sections: [section: number, clauses: number][] = [
  [1, 8],
  [2, 13],
  [3, 11],
  [4, 7],
  [5, 19],
  [6, 5],
  [7, 4],
  [8, 45],
]

for (const [section, count] of sections) {
  test(`section ${section} has ${count} clauses`, () => {
    const start = `baijiahao-2019/${section}.`
    assert.equal(clauses.filter(({ id }) => id.startsWith(start)).length, count)
  })
}

test('the book has 112 clauses that can be decided one by one', () => {
  assert.equal(clauses.length, 112)
})

test('seven clauses are for people only, and every other one has a rule', () => {
  assert.equal(clauses.filter(({ decidedBy }) => decidedBy === 'person').length, 7)
  assert.equal(clauses.filter(({ decidedBy }) => decidedBy === 'rule').length, 105)
})

test('every clause with a rule says what decides it', () => {
  const ruled = clauses.filter(({ decidedBy }) => decidedBy === 'rule').map(({ id }) => id)
  assert.deepEqual([...baijiahaoSights.keys()], ruled)
  const sight = baijiahaoSights.get('baijiahao-2019/5.r')
  assert.deepEqual(
    [sight?.evidence.map(({ zh }) => zh), sight?.reach.zh],
    [['图片指标'], '有了证据，机器可以直接判定'],
  )
})

const refused: [name: string, line: string][] = [
  ['a cell is missing', '1.1 | measure | dom | 字'],
  ['a cell too many', '1.1 | measure | dom | 字 | word | more'],
  ['an unknown reach', '1.1 | guess | dom | 字 | word'],
  ['unknown evidence', '1.1 | measure | smell | 字 | word'],
]

for (const [name, line] of refused) {
  test(`a line is refused when ${name}`, () => {
    assert.throws(() => readSights('book', line), /not five cells|unknown word/)
  })
}
