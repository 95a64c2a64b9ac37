import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { compileWords } from './word-finder.ts'

function naive(words: readonly string[], text: string): string[] {
  const hits: string[] = []
  words.forEach((word, number) => {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      hits.push(`${number}@${at}-${at + word.length}`)
    }
  })
  return hits.sort()
}

function found(words: readonly string[], text: string): string[] {
  return compileWords(words)
    .find(text)
    .map(({ word, start, end }) => `${word}@${start}-${end}`)
    .sort()
}

const unit = fc.constantFrom('a', 'b', '信', '\ud83d', '\0', '\uffff')
const string = (maxLength: number, minLength = 0) =>
  fc.array(unit, { minLength, maxLength }).map((parts) => parts.join(''))

test('finds what looking for each word in turn finds, overlaps and doubles included', () => {
  fc.assert(
    fc.property(fc.array(string(5, 1), { maxLength: 12 }), string(120), (words, text) => {
      assert.deepEqual(found(words, text), naive(words, text))
    }),
    { numRuns: 500 },
  )
})

test('a finder that has read much text finds the same', () => {
  const words = ['信', 'ab', 'abb', 'bab', '信a信b', '\ud83d信', 'aaaa', '\0b', 'b\uffff']
  const finder = compileWords(words)
  for (let nth = 0; nth < 3; nth += 1) finder.find('天'.repeat(15_000))
  fc.assert(
    fc.property(string(200), (text) => {
      assert.deepEqual(finder.find(text), compileWords(words).find(text))
    }),
    { numRuns: 500 },
  )
})

test('a long text after a short one and a short one after a long one are searched alike', () => {
  const finder = compileWords(['信', 'ab', 'abc'])
  for (const text of ['ab', `${'x'.repeat(5000)}abc`, 'c信', '', 'ab'.repeat(3000)]) {
    assert.equal(finder.find(text).length, naive(['信', 'ab', 'abc'], text).length)
  }
})

test('hits come in the order in which they begin', () => {
  const starts = compileWords(['bc', 'a', 'abcd'])
    .find('abcdabcd')
    .map(({ start }) => start)
  assert.deepEqual(
    starts,
    starts.toSorted((one, other) => one - other),
  )
})
