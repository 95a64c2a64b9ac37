import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readCommonness } from './commonness.ts'
import type { Knowledge } from './fit-of.ts'
import { readLures, writeLures } from './lures.ts'
import { EVIDENCE_COUNT, findSuspects } from './suspects.ts'

/** Knows no language at all: what is asked here is which places are suspects. */
const knowledge: Knowledge = {
  language: {
    singles: new Uint8Array(65536),
    marks: new Uint16Array(640_007),
    steps: new Uint8Array(640_007),
  },
  lures: readLures('黑人 40 120 10 1\n男 30 140 2 0'),
  common: readCommonness(['9 2 合仁朋友']),
  read: (text) => ({
    doubts: new Float64Array(text.length),
    guess: () => ({ likelihoodOf: () => 0, best: 0 }),
  }),
}

const rows: [name: string, text: string, found: [number, string][]][] = [
  ['a word written by other characters of its sound', '那个嘿仁', [[2, '黑人']]],
  ['a word of which one character was swapped', '黑仁', [[0, '黑人']]],
  ['a single character', '难人', [[0, '男']]],
  ['the word itself is none', '黑人', []],
  ['Latin letters and signs are none', 'hei ren 123', []],
]
for (const [name, text, found] of rows) {
  test(`suspects: ${name}`, () => {
    const suspects = findSuspects(knowledge, text)
    assert.deepEqual(
      suspects.map(({ start, meant }) => [start, meant]),
      found,
    )
  })
}

test('every row of evidence is whole and finite, whatever the text', () => {
  const characters = fc.string({
    unit: fc.constantFrom(...'嘿仁黑人难男a1，\ud800'),
    maxLength: 12,
  })
  fc.assert(
    fc.property(characters, (text) => {
      for (const { start, meant, evidence } of findSuspects(knowledge, text)) {
        assert.notEqual(text.slice(start, start + meant.length), meant)
        assert.equal(evidence.length, EVIDENCE_COUNT)
        assert.ok(evidence.every(Number.isFinite))
      }
    }),
  )
})

test('lures are read as they were written', () => {
  const rows = '黑人 40 120 -10 1\n男 30 140 2 0'
  const lures = ['黑人', '男'].flatMap((word) => readLures(rows).get(word) ?? [])
  assert.equal(writeLures(lures), rows)
  assert.equal(lures[0]?.hostility, -0.5)
})
