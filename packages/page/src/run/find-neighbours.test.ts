import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type FlowPart, findNeighbours } from './find-neighbours.ts'

const text = (words: string): FlowPart => ({ kind: 'text', text: words })
const card: FlowPart = { kind: 'card', text: '花盆 39 元' }
const picture: FlowPart = { kind: 'other', text: '' }

const rows: [name: string, flow: readonly FlowPart[], expected: readonly unknown[]][] = [
  ['a card between two texts', [text('一'), card, text('二')], [['一', '二', null, 'between']]],
  [
    'a picture beside a card is passed over',
    [text('一'), picture, card, picture, text('二')],
    [['一', '二', null, 'between']],
  ],
  [
    'cards in a row have no text between',
    [text('一'), card, picture, card],
    [
      ['一', '', null, 'end'],
      ['', '', 0, 'end'],
    ],
  ],
  [
    'the text between counts its characters',
    [text('一'), card, text('三个字'), text('二字'), card, text('完')],
    [
      ['一', '三个字', null, 'between'],
      ['二字', '完', 5, 'between'],
    ],
  ],
  ['a card before all text stands above', [card, text('一')], [['', '一', null, 'above']]],
  ['a card without any text is the end', [card], [['', '', null, 'end']]],
]

for (const [name, flow, expected] of rows) {
  test(name, () => {
    assert.deepEqual(
      findNeighbours(flow).map(({ before, after, textBetween, position }) => [
        before,
        after,
        textBetween,
        position,
      ]),
      expected,
    )
  })
}
