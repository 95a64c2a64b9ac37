import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TermHit } from '@fangxing/contract'
import { findTermsOf, guessPhrase } from './cases.ts'

function hitAt(start: number, end: number, field = 'content', termId = 't'): TermHit {
  return {
    ...{ termId, term: 't', label: 10001, level: 'review', matched: '' },
    place: { kind: 'text', field, start, end },
    ...{ conversions: [], confidence: 1 },
  }
}

const CASES: [name: string, text: string, hit: TermHit, phrase: string][] = [
  ['two characters on each side', '我在洛阳白马寺旅游', hitAt(4, 7), '洛阳白马寺旅游'],
  ['the text ends the phrase', '白马寺', hitAt(0, 3), '白马寺'],
  ['blanks at its ends are left out', '去 白马寺 吗', hitAt(2, 5), '去 白马寺 吗'],
  ['a character of two halves stays whole', '😀😀😀白马😀😀😀', hitAt(6, 8), '😀白马😀'],
  ['without the text there is no guess', '白马寺', hitAt(0, 3, 'title'), ''],
]

for (const [name, text, hit, phrase] of CASES) {
  test(name, () => assert.equal(guessPhrase(hit, [{ field: 'content', text }]), phrase))
}

test('a term that was hit twice is offered once', () => {
  const hits = [
    hitAt(0, 1, 'content', 'a'),
    hitAt(2, 3, 'content', 'b'),
    hitAt(4, 5, 'content', 'a'),
  ]
  assert.deepEqual(
    findTermsOf(hits).map(({ termId }) => termId),
    ['a', 'b'],
  )
})
