import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { MOST_LENGTH } from './decloak.ts'
import { loadShippedDecloaker } from './shipped.ts'

const { decloak } = await loadShippedDecloaker()

test('any string is answered with one of the same length', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      assert.equal(decloak(text).text.length, text.length)
    }),
    { numRuns: 50 },
  )
})

test('each swap names its place, what was written and what was meant', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'男懒女绿朋硼友有生的是我'), maxLength: 12 }),
      (text) => {
        const { text: meant, swaps } = decloak(text)
        for (const swap of swaps) {
          assert.equal(text.slice(swap.start, swap.end), swap.written)
          assert.equal(meant.slice(swap.start, swap.end), swap.meant)
        }
      },
    ),
    { numRuns: 50 },
  )
})

const disguised: [name: string, written: string, meant: string][] = [
  ['two of three characters swapped', '她和她的男硼有分手了', '她和她的男朋友分手了'],
  ['a near sound', '这个地域骑视太严重了', '这个地域歧视太严重了'],
]
for (const [name, written, meant] of disguised) {
  test(`${name}: seen through`, () => {
    assert.equal(decloak(written).text, meant)
  })
}

test('a plain sentence comes back as it was', () => {
  const plain = '今天天气很好，我们去公园走走吧'
  assert.deepEqual(decloak(plain), { text: plain, swaps: [] })
})

test('what lies behind the limit comes back as it was', () => {
  const long = '男硼有'.repeat(MOST_LENGTH)
  assert.equal(decloak(long).text.slice(MOST_LENGTH), long.slice(MOST_LENGTH))
})
