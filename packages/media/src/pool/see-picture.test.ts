import assert from 'node:assert/strict'
import { test } from 'node:test'
import { forChild, usualFacts, withKnown } from './see-picture.ts'

const BANK = { find: () => [] }
const SEEN = { name: 'a', sha256: '', missing: [] }

const usual: [name: string, facts: readonly string[], known: boolean, answers: boolean][] = [
  ['nothing set up', usualFacts(undefined, false), false, false],
  ['a bank', usualFacts(BANK, false), true, false],
  ['a vision endpoint', usualFacts(undefined, true), false, true],
  ['both', usualFacts(BANK, true), true, true],
]

for (const [name, facts, known, answers] of usual) {
  test(`with ${name} the usual facts are those that can be had`, () => {
    assert.deepEqual([facts.includes('known'), facts.includes('answers')], [known, answers])
    assert.ok(facts.includes('words'))
  })
}

test('a child is asked for the hash, once, and never for known pictures', () => {
  assert.deepEqual(forChild(['known', 'hash', 'words']), ['hash', 'words'])
})

test('without a bank known pictures are missing, and without a hash as well', () => {
  const wanted = ['known'] as const
  assert.match(withKnown(SEEN, wanted, undefined).missing[0]?.because.en ?? '', /no bank/)
  assert.match(withKnown(SEEN, wanted, BANK).missing[0]?.because.en ?? '', /no hash/)
  const hash = { bits: '0'.repeat(64), quality: 100 }
  assert.deepEqual(withKnown({ ...SEEN, hash }, wanted, BANK).known, [])
})
