import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { chooseSeconds } from './choose-seconds.ts'

const cases: [name: string, duration: number, cuts: number[], count: number, expect: number[]][] = [
  ['without cuts they lie evenly', 10, [], 2, [2.5, 7.5]],
  ['every scene is seen once before one is seen twice', 10, [8], 2, [4, 9]],
  ['the longest scene is the next to be seen twice', 10, [8], 3, [2, 6, 9]],
  ['with fewer frames than scenes the longest are seen', 10, [1, 2], 1, [6]],
  ['a cut beyond the end is none', 4, [9], 1, [2]],
  ['a clip of no length has no moment', 0, [], 3, []],
  ['none asked, none given', 10, [5], 0, []],
]

for (const [name, duration, cuts, count, expect] of cases) {
  test(name, () => assert.deepEqual(chooseSeconds(duration, cuts, count), expect))
}

test('any clip: as many as asked, in order, inside it', () => {
  const seconds = fc.double({ min: 0.1, max: 1000, noNaN: true })
  fc.assert(
    fc.property(
      seconds,
      fc.array(seconds, { maxLength: 20 }),
      fc.nat(30),
      (duration, cuts, count) => {
        const moments = chooseSeconds(
          duration,
          cuts.toSorted((one, other) => one - other),
          count,
        )
        assert.equal(moments.length, count)
        for (const [index, at] of moments.entries()) {
          assert.ok(at >= (moments[index - 1] ?? 0) && at <= duration)
        }
      },
    ),
  )
})
