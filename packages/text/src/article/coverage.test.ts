import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { measureCoverage } from '../index.ts'

test('a text covers itself, in whatever form it is written', () => {
  assert.equal(measureCoverage('阳台种番茄', '陽台 种番茄！'), 1)
})

test('texts about different things have nothing in common', () => {
  assert.equal(measureCoverage('阳台种番茄', '上证指数今日收涨'), 0)
})

test('pairs do not run across sentence punctuation', () => {
  assert.equal(measureCoverage('番茄', '番。茄'), 0)
})

test('a single letter covers nothing and any two texts have a share from 0 to 1', () => {
  assert.equal(measureCoverage('番', '番茄'), 0)
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      const share = measureCoverage(one, other)
      assert.ok(share >= 0 && share <= 1)
    }),
  )
})
