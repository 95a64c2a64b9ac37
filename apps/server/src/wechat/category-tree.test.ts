import assert from 'node:assert/strict'
import { test } from 'node:test'
import { categories } from '@fangxing/policy'
import { numberOf, numbersOf } from './category-tree.ts'

test('every name of the table has a number of its own that fits a signed 32-bit integer', () => {
  const firsts = [...new Set(categories.rows.map(({ first }) => first))].map(numberOf)
  const numbers = [...firsts, ...categories.rows.map((row) => numbersOf(row).second)]
  assert.equal(new Set(numbers).size, numbers.length)
  for (const number of numbers) assert(number > 0 && number < 2 ** 31, String(number))
})

test('a number never changes', () => {
  assert.deepEqual(numbersOf({ first: '社交', second: '笔记' }), {
    first: 1_375_332_845,
    second: 210_690_048,
  })
})
