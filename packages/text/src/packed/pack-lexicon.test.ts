import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  compileLexicon,
  type Lexicon,
  loadLexicon,
  loadLexiconInSteps,
  packLexicon,
  type Term,
} from '../index.ts'
import { takeAll } from '../kernel/steps.ts'

const TERMS: readonly Term[] = [
  { id: '1', text: '加微信', label: 10001, level: 'review', except: ['增加微信息'] },
  { id: '2', text: '代开发票', label: 20006, level: 'block', near: ['联系'], scenes: [2] },
  { id: '3', text: 'moonbase', label: 20006, level: 'hint', notNear: ['nasa'], note: '\ud800\0' },
  { id: '4', text: '云', label: 20006, level: 'hint' },
  { id: '5', text: '!!', label: 20006, level: 'hint' },
  { id: '6', text: '**', label: 20006, level: 'hint' },
  ...Array.from('甲乙丙丁').map((character): Term => {
    return { id: character, text: `${character}加微云`, label: 10001, level: 'review' }
  }),
]

function load(bytes: Uint8Array): Lexicon {
  const loaded = loadLexicon(bytes)
  assert(loaded.ok, JSON.stringify(loaded))
  return loaded.lexicon
}

function whyNot(bytes: Uint8Array): string {
  const loaded = loadLexicon(bytes)
  assert(!loaded.ok)
  assert.match(loaded.because.zh, /词库/)
  return loaded.because.en
}

const unit = fc.constantFrom(
  ...'加微信增息代开发票联系云嘉威芯雲＋ 。\n*',
  'w',
  'x',
  'jia',
  'm00nbase',
  'moonbase',
  '代開',
  '\ud83d',
  '😀',
  '亻言',
)
const anyText = fc.string({ unit, maxLength: 40 })
const anyTerm = fc.record({
  text: fc.string({ unit, minLength: 1, maxLength: 6 }),
  level: fc.constantFrom('block', 'review', 'hint'),
  scenes: fc.option(fc.constant([1]), { nil: undefined }),
})

test('a loaded lexicon says what the compiled one says', () => {
  const compiled = compileLexicon(TERMS, { allowed: ['云朵'] })
  const loaded = load(packLexicon(TERMS, { allowed: ['云朵'] }))
  assert.equal(loaded.edition, compiled.edition)
  assert.equal(loaded.termCount, compiled.termCount)
  assert.deepEqual(loaded.refused, compiled.refused)
  assert.equal(loaded.refused.length, 1)
})

test('whatever the terms and the text, the matches are those of the compiled lexicon', () => {
  fc.assert(
    fc.property(
      fc.array(anyTerm, { maxLength: 8 }),
      fc.array(anyText, { maxLength: 4 }),
      (list, texts) => {
        const terms = list.map(({ scenes, ...term }, nth): Term => {
          return {
            id: String(nth),
            label: 20006,
            ...term,
            ...(scenes === undefined ? {} : { scenes }),
          }
        })
        const compiled = compileLexicon([...terms, ...TERMS])
        const loaded = load(packLexicon([...terms, ...TERMS]))
        for (const text of texts) {
          assert.deepEqual(loaded.find(text), compiled.find(text))
          assert.deepEqual(loaded.find(text, { scene: 2 }), compiled.find(text, { scene: 2 }))
        }
      },
    ),
    { numRuns: 150 },
  )
})

test('the same terms give the same bytes, also after a lexicon was used', () => {
  const first = packLexicon(TERMS)
  compileLexicon(TERMS).find('加微信，代 開發票 m00nbase')
  load(first.slice()).find('加*微信')
  assert.deepEqual(packLexicon(TERMS), first)
})

test('a lexicon loaded in steps says what one loaded at once says', () => {
  const bytes = packLexicon(TERMS)
  const loaded = takeAll(loadLexiconInSteps(bytes.slice()))
  assert(loaded.ok)
  const compiled = compileLexicon(TERMS)
  fc.assert(
    fc.property(anyText, (text) =>
      assert.deepEqual(loaded.lexicon.find(text), compiled.find(text)),
    ),
  )
})

test('a file is loaded in steps of a megabyte', () => {
  const terms = Array.from({ length: 20_000 }, (_, nth): Term => {
    return { id: String(nth), text: `甲乙${nth}`, label: 20006, level: 'hint' }
  })
  const bytes = packLexicon(terms)
  let count = 0
  const steps = loadLexiconInSteps(bytes)
  while (steps.next().done !== true) count += 1
  assert(count > bytes.length / 2 ** 20, `${count} steps`)
})

test('a damaged file is refused in steps as it is at once', () => {
  const bytes = packLexicon(TERMS)
  bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1
  const loaded = takeAll(loadLexiconInSteps(bytes))
  assert(!loaded.ok)
  assert.match(loaded.because.en, /damaged/)
})

test('two lexicons from the same bytes do not disturb each other', () => {
  const bytes = packLexicon(TERMS)
  const one = load(bytes)
  const other = load(bytes)
  const matches = one.find('云 和 加＊微信')
  other.find('云云云云云云')
  assert.deepEqual(one.find('云 和 加＊微信'), matches)
})

test('a file may begin anywhere in memory', () => {
  const bytes = packLexicon(TERMS)
  const room = new Uint8Array(bytes.length + 3)
  room.set(bytes, 3)
  assert.equal(load(room.subarray(3)).find('加微信').length, 1)
})

test('what is no lexicon is refused', () => {
  assert.match(whyNot(new Uint8Array(0)), /not a file/)
  assert.match(whyNot(new Uint8Array(100)), /not a file/)
})

test('a file of another format or another engine is refused', () => {
  for (const at of [4, 8, 12]) {
    const bytes = packLexicon(TERMS)
    bytes[at] = (bytes[at] ?? 0) ^ 1
    assert.match(whyNot(bytes), /Another version/)
  }
})

test('a damaged or cut file is refused, wherever the damage is', () => {
  const bytes = packLexicon(TERMS)
  assert.match(whyNot(bytes.slice(0, -2)), /damaged/)
  fc.assert(
    fc.property(
      fc.integer({ min: 16, max: bytes.length - 5 }),
      fc.integer({ min: 1, max: 255 }),
      (at, bits) => {
        if (at >= 28 && at < 32) return
        const damaged = bytes.slice()
        damaged[at] = (damaged[at] ?? 0) ^ bits
        assert.match(whyNot(damaged), /damaged/)
      },
    ),
    { numRuns: 60 },
  )
})
