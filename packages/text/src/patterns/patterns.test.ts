import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  compilePatterns,
  MAX_MATCHES,
  MAX_PROGRAM,
  MAX_READ,
  MAX_SOURCE,
  type Pattern,
} from './index.ts'

function pattern(source: string, more: Partial<Pattern> = {}): Pattern {
  return { id: source, source, label: 20006, level: 'review', ...more }
}

function found(source: string, text: string, more: Partial<Pattern> = {}): readonly string[] {
  const set = compilePatterns([pattern(source, more)])
  assert.deepEqual(set.refused, [])
  return set.find(text).matches.map(({ matched, start }) => `${start} ${matched}`)
}

const cases: [name: string, source: string, text: string, expect: readonly string[]][] = [
  ['a match has its place in the original', '加.{0,3}群', '😀快加我群', ['3 加我群']],
  [
    'signs between the characters are part of what is matched',
    '加群',
    '加*。*群 加＊群',
    ['6 加＊群'],
  ],
  ['width and case are one', 'vx[0-9]{3}', 'ＶX１２３', ['0 ＶX１２３']],
  ['traditional characters are read as simplified ones', '进群领书', '進群領書', ['0 進群領書']],
  ['a capital letter in the pattern means the small one too', 'VX', 'vx', ['0 vx']],
  ['alternatives and counts work', '(?:日|月)入[一二三四五六七八九]千', '月入三千', ['0 月入三千']],
]
for (const [name, source, text, expect] of cases) {
  test(name, () => assert.deepEqual(found(source, text), expect))
}

test('a pattern may read the text as it is written', () => {
  assert.deepEqual(found('V-[0-9]+', 'v-1 V-22', { reads: 'written' }), ['4 V-22'])
})

const refusals: [name: string, source: string, because: RegExp][] = [
  ['look-around', '(?=加)群', /Look-around/],
  ['a look behind', '(?<!不)加群', /Look-around/],
  ['a back-reference', '(加)群\\1', /Back-references/],
  ['a count beyond a thousand', '加{1001}', /1000/],
  ['an open group', '(加群', /syntax error/],
  ['what matches the empty text', '(加群)*', /empty/],
  ['a traditional character, with the one to write', '進群', /write “进”/],
  ['a pattern that is too long', '加'.repeat(MAX_SOURCE + 1), /longer/],
  ['a pattern that grows too large', `(?:[a-f]{1,${MAX_PROGRAM / 2}}z){1}`, /too large/],
]
for (const [name, source, because] of refusals) {
  test(`${name} is refused with the reason, and the others work`, () => {
    const set = compilePatterns([pattern(source), pattern('加群')])
    assert.match(set.refused[0]?.because.en ?? '', because)
    assert.match(set.refused[0]?.because.zh ?? '', /\p{Script=Han}/u)
    assert.equal(set.patternCount, 1)
    assert.equal(set.find('加群').matches.length, 1)
  })
}

test('a pattern at the limit of length is taken', () => {
  assert.equal(compilePatterns([pattern('加'.repeat(MAX_SOURCE))]).patternCount, 1)
})

test('what lies beyond a bound is not read, and that is said', () => {
  const set = compilePatterns([pattern('加群')])
  assert.deepEqual(set.find(`${'字'.repeat(MAX_READ)}加群`), { matches: [], isComplete: false })
  const many = set.find('加群'.repeat(MAX_MATCHES + 1))
  assert.deepEqual([many.matches.length, many.isComplete], [MAX_MATCHES, false])
  assert.equal(set.find('加群'.repeat(MAX_MATCHES)).isComplete, true)
})

test('matches come by where they begin, whatever the order of the patterns', () => {
  const { matches } = compilePatterns([pattern('群'), pattern('加群')]).find('加群')
  assert.deepEqual(
    matches.map(({ patternId }) => patternId),
    ['加群', '群'],
  )
})

test('any pattern on any text returns, and each match is its slice', () => {
  const parts = fc.constantFrom(
    'a',
    '加',
    '(',
    ')',
    '[',
    ']',
    '*',
    '+',
    '{2}',
    '|',
    '\\',
    '^',
    '$',
    '.',
  )
  const source = fc.array(parts, { maxLength: 12 }).map((list) => list.join(''))
  const text = fc.string({ unit: fc.constantFrom('a', '加', 'Ａ', '\ud83d', '\u0301', ' ', '😀') })
  fc.assert(
    fc.property(source, text, (written, read) => {
      for (const reads of ['plain', 'written'] as const) {
        for (const match of compilePatterns([pattern(written, { reads })]).find(read).matches) {
          assert.equal(read.slice(match.start, match.end), match.matched)
          assert(match.end > match.start)
        }
      }
    }),
    { numRuns: 300 },
  )
})
