import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { packEvidence, unpackEvidence } from './plain-evidence.ts'

const place = { kind: 'text', field: 'content', start: 0, end: 100 }
const estimate = { label: 100, probability: 0.9972740688229574, place }
const plain = { hits: [], classes: [estimate] }

test('what a model took one text for is two numbers, and comes back as it was', () => {
  const packed = packEvidence(plain)
  assert.equal(packed, '0.9972740688229574,100')
  const [probability = 0, length = 0] = JSON.parse(`[${packed}]`) as number[]
  assert.deepEqual(unpackEvidence({ probability, length }), plain)
})

test('an estimate in millionths comes back as the very same number', () => {
  const shares = fc.integer({ min: 0, max: 1_000_000 }).map((millionths) => millionths / 1e6)
  fc.assert(
    fc.property(shares, (probability) => {
      const packed = packEvidence({ ...plain, classes: [{ ...estimate, probability }] })
      assert.deepEqual(JSON.parse(`[${packed}]`), [probability, 100])
    }),
    { examples: [[0], [1e-6], [0.1], [0.999999], [1]] },
  )
})

const others: readonly [name: string, evidence: unknown][] = [
  ['nothing', null],
  ['a number', 1],
  ['a list', [[], [estimate]]],
  ['a hit', { hits: [{}], classes: [estimate] }],
  ['no estimate', { hits: [], classes: [] }],
  ['two estimates', { hits: [], classes: [estimate, estimate] }],
  ['what another checker said', { ...plain, upstream: {} }],
  ['another label', { hits: [], classes: [{ ...estimate, label: 20001 }] }],
  ['more of the estimate', { hits: [], classes: [{ ...estimate, suggest: 'pass' }] }],
  ['a probability that is none', { hits: [], classes: [{ ...estimate, probability: Number.NaN }] }],
  ['another field', { hits: [], classes: [{ ...estimate, place: { ...place, field: 'title' } }] }],
  ['a part of a text', { hits: [], classes: [{ ...estimate, place: { ...place, start: 1 } }] }],
  ['a place with more', { hits: [], classes: [{ ...estimate, place: { ...place, line: 1 } }] }],
  ['no place', { hits: [], classes: [{ label: 100, probability: 1, model: 'a' }] }],
]

for (const [name, evidence] of others) {
  test(`evidence with ${name} stays written out`, () => assert.equal(packEvidence(evidence), null))
}
