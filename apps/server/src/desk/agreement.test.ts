import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { kappaOf, medianOf, shareOf } from './agreement.ts'

/** [count, of, low, high] as other programs give Wilson's interval, in percent. */
const WILSON: readonly [number, number, number, number][] = [
  [3, 3, 43.9, 100],
  [0, 3, 0, 56.1],
  [8, 10, 49.0, 94.3],
  [95, 100, 88.8, 97.8],
]

for (const [count, of, low, high] of WILSON) {
  test(`${count} of ${of} is ${low} to ${high} %`, () => {
    const share = shareOf(count, of)
    assert.equal(((share.low ?? 0) * 100).toFixed(1), low.toFixed(1))
    assert.equal(((share.high ?? 0) * 100).toFixed(1), high.toFixed(1))
  })
}

test('nothing of nothing is no share', () => {
  assert.deepEqual(shareOf(0, 0), { count: 0, of: 0, share: null, low: null, high: null })
})

test('a share lies within its bounds', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 500 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (of, part) => {
        const { share, low, high } = shareOf(Math.floor(of * part), of)
        assert((low ?? 1) <= (share ?? 0) + 1e-12 && (share ?? 1) <= (high ?? 0) + 1e-12)
      },
    ),
  )
})

function pairs(table: Readonly<Record<string, number>>): [string, string][] {
  return Object.entries(table).flatMap(([words, count]) =>
    Array.from({ length: count }, () => words.split(' ') as [string, string]),
  )
}

test('kappa of the textbook table is 0.4', () => {
  const { kappa } = kappaOf(pairs({ 'y y': 20, 'y n': 5, 'n y': 10, 'n n': 15 }))
  assert.equal(kappa?.toFixed(3), '0.400')
})

test('agreement that chance would give is no agreement', () => {
  const { kappa } = kappaOf(pairs({ 'y y': 25, 'y n': 25, 'n y': 25, 'n n': 25 }))
  assert.equal(kappa, 0)
})

test('kappa of a single pair is almost anything', () => {
  const { kappa, low, high } = kappaOf(pairs({ 'y n': 1 }))
  assert.equal(kappa, 0)
  assert.equal(low, 0)
  assert((high ?? 0) > 0.75)
})

test('where everybody said the same there is no kappa', () => {
  assert.equal(kappaOf(pairs({ 'y y': 9 })).kappa, null)
  assert.equal(kappaOf([]).kappa, null)
})

test('the median is the middle one', () => {
  assert.equal(medianOf([9, 1, 5]), 5)
  assert.equal(medianOf([]), null)
})
