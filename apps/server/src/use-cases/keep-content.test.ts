import assert from 'node:assert/strict'
import { test } from 'node:test'
import { RETENTIONS, type Retention } from '../check-policy/index.ts'
import { type ContentToKeep, toKeptContent } from './keep-content.ts'

const DAY_MS = 86_400_000
const texts = [{ field: 'content', text: '放行' }]
const hashes = [
  {
    field: 'content',
    sha256: '561817f0252936a9fab28f947a84ff58384a58a235c083a6faa795e10e2f2b27',
  },
]

const cases: [name: string, suggest: ContentToKeep['suggest'], kept: Retention][] = [
  ['a text that passed is kept by the first word', 'pass', 'none'],
  ['a text in doubt is kept by the second', 'review', 'full'],
  ['a text that was stopped is kept by the second', 'risky', 'full'],
]

for (const [name, suggest, kept] of cases) {
  test(name, () => {
    const policy = { passed: 'none', doubtful: 'full', days: 2 } as const
    const expected =
      kept === 'full'
        ? { texts, keepTextsUntil: 10 + 2 * DAY_MS }
        : { texts: [], keepTextsUntil: null }
    assert.deepEqual(toKeptContent({ texts, suggest, at: 10 }, policy), expected)
  })
}

test('a hashed text leaves its SHA-256 in UTF-8 and never itself', () => {
  const policy = { passed: 'hashed', doubtful: 'none', days: 2 } as const
  const kept = toKeptContent({ texts, suggest: 'pass', at: 10 }, policy)
  assert.deepEqual(kept, { texts: [], keepTextsUntil: null, hashes })
})

test('every retention but the full one keeps no text', () => {
  for (const passed of RETENTIONS.filter((retention) => retention !== 'full')) {
    const kept = toKeptContent(
      { texts, suggest: 'pass', at: 1 },
      { passed, doubtful: passed, days: 1 },
    )
    assert.deepEqual([kept.texts, kept.keepTextsUntil], [[], null])
  }
})
