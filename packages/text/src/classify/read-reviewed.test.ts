import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readReviewed } from './read-reviewed.ts'

const read: [name: string, source: string, texts: object[]][] = [
  [
    'a JSON object a line',
    '{"text":"甲","label":100}\n\n{"text":"乙","label":"20008"}\n',
    [
      { text: '甲', label: 100 },
      { text: '乙', label: 20008 },
    ],
  ],
  [
    'CSV with a header, quotes and other columns',
    'id,label,text\n1,广告,"甲,乙"\n2,normal,丙\n',
    [
      { text: '甲,乙', label: 10001 },
      { text: '丙', label: 100 },
    ],
  ],
  [
    'the same text with the same label',
    '{"text":"甲","label":100}\n{"text":"甲","label":100}',
    [{ text: '甲', label: 100 }],
  ],
  ['a byte-order mark before the header', '\ufefftext,label\n甲,100', [{ text: '甲', label: 100 }]],
]
for (const [name, source, texts] of read) {
  test(`read: ${name}`, () => {
    assert.deepEqual(readReviewed(source), { texts, refused: [] })
  })
}

const refused: [name: string, source: string, line: number, because: RegExp][] = [
  ['a label that the model does not know', '{"text":"甲","label":20001}', 1, /20001/],
  ['a word that is no label', 'text,label\n甲,不知道', 2, /不知道/],
  ['an empty text', '{"text":" ","label":100}', 1, /为空/],
  ['a line that is no JSON', '{"text":"甲","label":100}\n甲 100', 2, /JSON/],
  ['a text with two labels', 'text,label\n甲,100\n甲,20003', 3, /第 2 行/],
  ['a file without samples', '', 1, /没有样本/],
  ['a header without the columns', 'a,b\n1,2', 1, /没有样本/],
]
for (const [name, source, line, because] of refused) {
  test(`refused: ${name}`, () => {
    const [first] = readReviewed(source).refused
    assert.equal(first?.line, line)
    assert.match(first?.because.zh ?? '', because)
  })
}

test('any string is answered', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (source) => {
      const { texts, refused } = readReviewed(source)
      assert.ok(texts.length + refused.length > 0 || source.trim() === '')
    }),
  )
})
