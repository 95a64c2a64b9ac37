import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readFlag, readList, readNumber, readNumbers, readObject, readText } from './lenient.ts'
import { WechatRefusal } from './refusal.ts'

const ABSENT = [undefined, null, '']

test('null, an empty string and nothing are the same to every reader', () => {
  for (const value of ABSENT) {
    for (const read of [readText, readNumber, readFlag, readList, readObject]) {
      assert.equal(read(value), undefined)
    }
    assert.deepEqual(readNumbers(value), [])
  }
})

const numbers: [value: unknown, number: number][] = [
  [2, 2],
  ['2', 2],
  [' 2 ', 2],
  ['-1', -1],
  [0, 0],
  ['007', 7],
]

for (const [value, number] of numbers) {
  test(`${JSON.stringify(value)} is the number ${number}`, () => {
    assert.equal(readNumber(value), number)
  })
}

for (const value of ['two', '2.5', '0x2', '1e3', {}, [], true, '9'.repeat(16)]) {
  test(`${JSON.stringify(value)} is no number`, () => {
    assert.throws(() => readNumber(value), { errcode: 47001 })
  })
}

const flags: [value: unknown, flag: boolean][] = [
  [true, true],
  [false, false],
  [1, true],
  [0, false],
  ['1', true],
  ['0', false],
  ['true', true],
  ['false', false],
]

for (const [value, flag] of flags) {
  test(`${JSON.stringify(value)} is the flag ${flag}`, () => {
    assert.equal(readFlag(value), flag)
  })
}

test('a bare value is a list of one, and a list keeps its order', () => {
  assert.deepEqual(readNumbers(4), [4])
  assert.deepEqual(readNumbers(['4', 1, null, '']), [4, 1])
})

test('any JSON is read or refused with a number, and nothing else is thrown', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      for (const read of [readText, readNumber, readFlag, readList, readNumbers, readObject]) {
        try {
          read(value)
        } catch (error) {
          assert(error instanceof WechatRefusal)
        }
      }
    }),
  )
})
