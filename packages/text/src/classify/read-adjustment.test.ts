import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { ReviewedText } from './adjustment.ts'
import { readAdjustment } from './read-adjustment.ts'
import { loadShippedModel } from './shipped.ts'

const model = await loadShippedModel()
const samples: ReviewedText[] = Array.from({ length: 10 }, (_, nth) => [
  { text: `南街有青石${nth}斤`, label: 20006 as const },
  { text: `南街的青石真好看${nth}`, label: 100 as const },
]).flat()
const adjustment = model.trainAdjustment(samples)
const whole = JSON.parse(JSON.stringify(adjustment))

test('what was trained here is read as it was written', () => {
  assert.deepEqual(readAdjustment(whole), { ok: true, adjustment })
})

test('the order of fields does not matter', () => {
  const turned = Object.fromEntries(Object.entries(whole).reverse())
  const report = Object.fromEntries(Object.entries(whole.report).reverse())
  assert.deepEqual(readAdjustment({ ...turned, report }), { ok: true, adjustment })
})

const REFUSED: [name: string, value: unknown, because: RegExp][] = [
  ['nothing', null, /no file/],
  ['a list', [], /no file/],
  ['another kind', { ...whole, kind: 'other' }, /no file/],
  ['no edition', { ...whole, edition: 5 }, /no edition/],
  ['a scale of nothing', { ...whole, scale: 0 }, /scale/],
  ['a scale without end', { ...whole, scale: 1e300 }, /scale/],
  ['a label too many', { ...whole, biases: [...whole.biases, 0] }, /7 biases/],
  ['a bias that is a text', { ...whole, biases: whole.biases.map(String) }, /7 biases/],
  ['weights that are cut off', { ...whole, weights: whole.weights.slice(0, 100) }, /cut off/],
  [
    'weights of another alphabet',
    { ...whole, weights: '!'.repeat(whole.weights.length) },
    /base64/,
  ],
  ['no report', { ...whole, report: undefined }, /report/],
  [
    'a report of a label that the model does not know',
    {
      ...whole,
      report: { ...whole.report, labels: [{ ...whole.report.labels[0], label: 20001 }] },
    },
    /report/,
  ],
  ['another scale', { ...whole, scale: whole.scale * 2 }, /edition/],
  [
    'figures that were improved',
    { ...whole, report: { ...whole.report, macroF1After: 0.123 } },
    /edition/,
  ],
  ['another model', { ...whole, modelEdition: 'another' }, /edition/],
]

for (const [name, value, because] of REFUSED) {
  test(`${name} is refused, with the reason`, () => {
    const read = readAdjustment(value)
    assert.equal(read.ok, false)
    assert.match(read.ok ? '' : read.because.en, because)
    assert.match(read.ok ? '' : read.because.zh, /\p{Script=Han}/u)
  })
}

test('any value is read or refused', () => {
  fc.assert(fc.property(fc.anything(), (value) => assert.equal(readAdjustment(value).ok, false)))
})
