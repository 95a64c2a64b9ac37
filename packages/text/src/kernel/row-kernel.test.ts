import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { toEdition } from '../edition.ts'
import { compileLexicon, type Lexicon, type Term } from '../index.ts'
import { EDITION } from './search.generated.ts'

const TEXTS = [
  '加微信',
  '代开发票',
  'moonbase',
  '云',
  '三十六号院',
  '微信群',
  '加薇信',
  'kg',
  '信信',
  '法',
  '打折扣',
  '好日子',
  '九月九',
]
const TERMS = TEXTS.map((text): Term => ({ id: text, text, label: 20006, level: 'block' }))
const ALL: Term = {
  id: 'all',
  text: '贝者博',
  label: 20006,
  level: 'block',
  conversions: ['homophone', 'near', 'pinyin', 'initials', 'split', 'shape', 'alias', 'reversed'],
}
const EXPLICIT: readonly Term[] = [
  { ...ALL, id: 'two', text: '赌博' },
  { ...ALL, id: 'one', text: '赌' },
]

const unit = fc.constantFrom(
  ...'加微信代开發票联系云嘉威芯雲＋ 。，\n*贝者赌博渡法氵去㎏ﷺ⑩36号院uuu0打拆折扣好女子日曰月九丸\u200b\u0336',
  'w',
  'x',
  'jiaweixin',
  'm00nbase',
  'moon',
  'base',
  '\ud83d',
  '😀',
  '𠀀',
  '亻言',
  '加微信',
  'dazhe',
  'hrz',
)
const anyText = fc.string({ unit, maxLength: 60 })

/** Reads enough to be given a kernel. */
function warm(lexicon: Lexicon): Lexicon {
  for (let nth = 0; nth < 3; nth += 1) lexicon.find('天'.repeat(15_000))
  return lexicon
}

test('the compiled kernel was made of this source', () => {
  const folder = join(import.meta.dirname, '../../kernel/assembly')
  const sources = readdirSync(folder)
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
  assert.equal(EDITION, toEdition(sources), 'run node packages/text/kernel/build.ts')
})

for (const [name, terms] of [
  ['terms as they come', TERMS],
  ['terms that allow every conversion', [...TERMS, ...EXPLICIT]],
  ['terms that allow none', TERMS.map((term): Term => ({ ...term, conversions: [] }))],
] as const) {
  test(`a kernel finds what plain reading finds: ${name}`, () => {
    const warmed = warm(compileLexicon(terms))
    fc.assert(
      fc.property(anyText, (text) => {
        assert.deepEqual(warmed.find(text), compileLexicon(terms).find(text))
      }),
      { numRuns: 400 },
    )
  })
}

test('texts of any length find the room they need, in any order', () => {
  const warmed = warm(compileLexicon(TERMS))
  for (const length of [0, 1, 3000, 7, 90_000, 100, 2 ** 20 + 5]) {
    const text = `加*微 信${'天'.repeat(length)}代開 發票`
    assert.deepEqual(warmed.find(text), compileLexicon(TERMS).find(text), `length ${length}`)
  }
})

test('more words than there is room for are found all the same', () => {
  const warmed = warm(compileLexicon(TERMS))
  const text = '云'.repeat(5000)
  assert.equal(warmed.find(text).length, 5000)
})

test('readings that are longer than there is room for are read all the same', () => {
  const warmed = warm(compileLexicon(TERMS))
  const text = `${'ﷺ'.repeat(1000)}加微信`
  assert.deepEqual(warmed.find(text), compileLexicon(TERMS).find(text))
})
