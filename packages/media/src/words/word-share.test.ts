import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wordShareOf } from './word-share.ts'

type Corners = readonly [x: number, y: number, width: number, height: number]

const cases: [name: string, boxes: readonly Corners[], share: number][] = [
  ['no words', [], 0],
  ['one box', [[0, 0, 50, 20]], 0.1],
  [
    'two boxes side by side',
    [
      [0, 0, 50, 20],
      [50, 0, 50, 20],
    ],
    0.2,
  ],
  [
    'two boxes that overlap by half count once',
    [
      [0, 0, 50, 20],
      [25, 0, 50, 20],
    ],
    0.15,
  ],
  [
    'the same box twice',
    [
      [10, 10, 50, 20],
      [10, 10, 50, 20],
    ],
    0.1,
  ],
  [
    'a box within a box',
    [
      [0, 0, 100, 50],
      [20, 10, 10, 10],
    ],
    0.5,
  ],
  ['all of it', [[0, 0, 100, 100]], 1],
]

for (const [name, boxes, share] of cases) {
  test(`${name}: ${share}`, () => {
    const words = boxes.map(([x, y, width, height]) => ({
      text: '字',
      confidence: 1,
      box: { x, y, width, height },
    }))
    assert.equal(wordShareOf(words, { width: 100, height: 100 }), share)
  })
}
