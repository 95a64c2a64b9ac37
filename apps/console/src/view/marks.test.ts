import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { markText, type Range } from './marks.ts'

function drawn(text: string, ranges: readonly Range[]): string {
  return markText(text, ranges, (range) => range)
    .map((piece) => (piece.hits.length > 0 ? `[${piece.text}]${piece.hits.length}` : piece.text))
    .join('')
}

const cases: [name: string, ranges: [number, number][], expected: string][] = [
  ['no hit leaves the text whole', [], '加我薇信领取'],
  ['a hit is cut out', [[2, 4]], '加我[薇信]1领取'],
  ['a hit at the start has nothing before it', [[0, 2]], '[加我]1薇信领取'],
  ['a hit at the end has nothing after it', [[4, 6]], '加我薇信[领取]1'],
  [
    'overlapping hits share a piece',
    [
      [0, 4],
      [2, 6],
    ],
    '[加我]1[薇信]2[领取]1',
  ],
  ['a range beyond the text is pulled in', [[4, 99]], '加我薇信[领取]1'],
  ['an empty range marks nothing', [[3, 3]], '加我薇信领取'],
]

for (const [name, ranges, expected] of cases) {
  test(name, () => {
    assert.equal(
      drawn(
        '加我薇信领取',
        ranges.map(([start, end]) => ({ start, end })),
      ),
      expected,
    )
  })
}

test('the pieces joined are the text, whatever the ranges', () => {
  const range = fc.record({ start: fc.integer({ min: -3, max: 40 }), end: fc.integer({ max: 40 }) })
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.array(range, { maxLength: 8 }),
      (text, ranges) => {
        const pieces = markText(text, ranges, (each) => each)
        assert.equal(pieces.map((piece) => piece.text).join(''), text)
      },
    ),
  )
})
