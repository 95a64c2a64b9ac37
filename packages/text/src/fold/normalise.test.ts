import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { normalise } from '../index.ts'

const readings: [name: string, text: string, plain: string][] = [
  ['width and case', 'ＡbＣ１', 'abc1'],
  ['traditional characters', '萬與國', '万与国'],
  ['digit styles', '①⁹⓿𝟗٣', '19093'],
  ['longer readings', '⑩㎏ﬁ', '10kgfi'],
  ['Latin words keep one space', 'the  cas - in office', 'the cas in office'],
  ['sentence ends stay', '去！博，物？', '去!博,物?'],
  ['everything else between goes', '微 . ～ 信', '微信'],
]

for (const [name, text, plain] of readings) {
  test(`plain form: ${name}`, () => {
    assert.equal(normalise(text).text, plain)
  })
}

test('every unit leads back to its character, combining marks and pairs included', () => {
  const { text, offsets } = normalise('a\u0301𠮷①⑩')
  assert.equal(text, 'a𠮷110')
  assert.deepEqual(
    offsets.map(({ start, end }) => [start, end]),
    [
      [0, 2],
      [2, 4],
      [2, 4],
      [4, 5],
      [5, 6],
      [5, 6],
    ],
  )
})

test('every character settles: what it is read as is read as itself', () => {
  for (let point = 0; point <= 0x3ffff; point += 1) {
    const once = normalise(String.fromCodePoint(point)).text
    if (once !== '') assert.equal(normalise(once).text, once)
  }
})

test('normalising twice is normalising once', () => {
  const unit = fc.constantFrom(...'aＢ. -,。😀é\u0301\u200b賭1\n', '\ud83d', '\ude00', '⑩', '🅥')
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(unit).map((parts) => parts.join('')),
        fc.string({ unit: 'binary' }),
      ),
      (any) => {
        const once = normalise(any)
        assert.equal(normalise(once.text).text, once.text)
        assert.equal(once.offsets.length, once.text.length)
      },
    ),
    { numRuns: 1000 },
  )
})
