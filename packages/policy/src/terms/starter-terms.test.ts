import assert from 'node:assert/strict'
import { test } from 'node:test'
import { starterTerms } from './starter-terms.ts'

test('the starter lexicon stays small enough to be read', () => {
  assert.ok(starterTerms.length >= 60 && starterTerms.length <= 150, String(starterTerms.length))
})

test('no id and no word stands twice', () => {
  assert.equal(new Set(starterTerms.map(({ id }) => id)).size, starterTerms.length)
  assert.equal(new Set(starterTerms.map(({ text }) => text)).size, starterTerms.length)
})

test('every exempt phrase contains its word', () => {
  for (const { text, except = [] } of starterTerms) {
    for (const phrase of except) assert.ok(phrase.includes(text) && phrase !== text, phrase)
  }
})

test('nothing is labelled as politics', () => {
  assert.deepEqual(
    starterTerms.filter(({ label }) => label === 20001),
    [],
  )
})

test('a word of one character is never listed', () => {
  assert.deepEqual(
    starterTerms.filter(({ text }) => [...text].length < 2),
    [],
  )
})

test('the official test strings block and count only as listed', () => {
  const strings = starterTerms.filter(({ id }) => id.startsWith('starter/test-string/'))
  assert.equal(strings.length, 2)
  for (const { level, conversions } of strings)
    assert.deepEqual([level, conversions], ['block', []])
})
