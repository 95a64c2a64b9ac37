import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TermHit } from '@fangxing/contract'
import fc from 'fast-check'
import { findMarkedLines } from './marked-lines.ts'

function hitAt(start: number, end: number): TermHit {
  return {
    termId: 't',
    term: 't',
    label: 10001,
    level: 'block',
    matched: '',
    place: { kind: 'text', field: 'content', start, end },
    conversions: [],
    confidence: 1,
  }
}

/** Hits in brackets. */
function mark(text: string, ...ranges: [number, number][]): readonly string[] {
  const hits = ranges.map(([start, end]) => hitAt(start, end))
  return findMarkedLines(text, hits).map(
    ({ number, column, pieces }) =>
      `${number}:${column} ${pieces.map((piece) => (piece.isHit ? `[${piece.text}]` : piece.text)).join('')}`,
  )
}

const cases: [title: string, marked: readonly string[], expected: readonly string[]][] = [
  ['no hit shows no line', mark('abc'), []],
  ['a hit is marked', mark('abc', [1, 2]), ['1:2 a[b]c']],
  ['hits that overlap share one mark', mark('abcdef', [1, 3], [2, 5]), ['1:2 a[bcde]f']],
  ['hits that touch keep their marks', mark('abcd', [0, 2], [2, 4]), ['1:1 [ab][cd]']],
  ['only lines with hits are shown', mark('a\nb\nc', [4, 5]), ['3:1 [c]']],
  ['a hit over a line break is cut at it', mark('ab\ncd', [1, 4]), ['1:2 a[b]']],
  ['a hit at the very end is marked', mark('ab', [1, 2]), ['1:2 a[b]']],
]

for (const [title, marked, expected] of cases) {
  test(title, () => assert.deepEqual(marked, expected))
}

test('a long line is shown around its hits', () => {
  const [line] = mark(
    `${'a'.repeat(100)}X${'b'.repeat(200)}Y${'c'.repeat(100)}`,
    [100, 101],
    [301, 302],
  )
  assert.equal(
    line,
    `1:101 …${'a'.repeat(40)}[X]${'b'.repeat(40)}…${'b'.repeat(40)}[Y]${'c'.repeat(40)}…`,
  )
})

test('every hit belongs to exactly one line', () => {
  const place = fc.tuple(fc.nat(60), fc.nat(5))
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), fc.array(place), (text, places) => {
      const hits = places
        .filter(([start]) => start <= text.length)
        .sort(([first], [second]) => first - second)
        .map(([start, length]) => hitAt(start, Math.min(text.length, start + length)))
      const shown = findMarkedLines(text, hits).flatMap((line) => line.hits)
      assert.deepEqual(shown, hits)
    }),
  )
})
