import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { compileLexicon, loadOrdinaryWords, respectWords, type Term } from '../index.ts'
import { toOrdinaryWords } from './ordinary-words.ts'

const words = await loadOrdinaryWords()
const terms = ['加微信', '口交', '性交', '开发票', '微信', '赌博', '人民', '电话'].map(
  (text): Term => {
    return { id: text, text, label: 20006, level: 'review' }
  },
)
const plain = compileLexicon(terms)
const lexicon = respectWords(plain, words)

const innocent: [text: string, term: string, crossing: readonly string[]][] = [
  ['系统增加微信息的展示', '加微信', ['增加', '信息']],
  ['路口交通信号灯坏了', '口交', ['路口', '交通']],
  ['男性交朋友的方式', '性交', ['男性', '交朋友']],
  ['出口交了税', '口交', ['出口']],
]
for (const [text, term, crossing] of innocent) {
  test(`${term} in ${text} is a hint, because of ${crossing.join(' and ')}`, () => {
    const match = lexicon.find(text).find((found) => found.term === term)
    assert.deepEqual([match?.level, match?.crossing], ['hint', crossing])
    assert((match?.confidence ?? 1) < 0.5)
  })
}

const meant: [text: string, term: string][] = [
  ['请添加微信号领取', '加微信'],
  ['加微信', '加微信'],
  ['想要的加微信聊', '加微信'],
  ['有事加微信联系我', '加微信'],
  ['可以代开发票吗', '开发票'],
  ['涉嫌赌博罪', '赌博'],
  ['收人民币', '人民'],
  ['打电话', '电话'],
  ['增加*微信息', '加微信'],
  ['abc加微信def', '加微信'],
]
for (const [text, term] of meant) {
  test(`${term} in ${text} stays as it is`, () => {
    const match = lexicon.find(text).find((found) => found.term === term)
    assert.deepEqual([match?.level, match?.crossing], ['review', undefined])
  })
}

test('no match is lost or moved, and what is lowered is as written', () => {
  const unit = fc.constantFrom(
    '增',
    '加',
    '微',
    '信',
    '息',
    '路',
    '口',
    '交',
    '通',
    '*',
    'a',
    '\ud83d',
    '男',
    '性',
  )
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 30 }), (text) => {
      const before = plain.find(text)
      const after = lexicon.find(text)
      assert.deepEqual(
        after.map(({ termId, start, end }) => [termId, start, end]),
        before.map(({ termId, start, end }) => [termId, start, end]),
      )
      for (const { crossing, conversions } of after) {
        if (crossing !== undefined) assert.equal(conversions.length, 0)
      }
    }),
  )
})

test('a stretch is cut into the likeliest words, what is unknown into characters', () => {
  const places = words.cut('增加微信息')
  assert.deepEqual(places, [0, 2, 3, 5])
  assert.deepEqual(words.cut(''), [0])
})

test('where no word lies over an end of a match, reading its neighbourhood would say the same', () => {
  const readsAll = respectWords(plain, { ...words, liesOver: () => true })
  const unit = fc.constantFrom(...'增加微信息路口交通出男性朋友开发票人民币税了', '*', 'a')
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
      assert.deepEqual(lexicon.find(text), readsAll.find(text))
    }),
    { numRuns: 2000 },
  )
})

test('a word lies over a place when it begins before it and ends behind it', () => {
  const known = ['甲乙丙丁', '丙丁', '戊己庚']
  const few = toOrdinaryWords(['9 2 丙丁', '9 3 戊己庚', '9 4 甲乙丙丁'])
  const text = fc.string({ unit: fc.constantFrom(...'甲乙丙丁戊己庚'), maxLength: 12 })
  const withPlace = text.chain((t) => fc.tuple(fc.constant(t), fc.nat(t.length)))
  const piece = fc
    .constantFrom(...known, '甲', '己')
    .chain((word) => fc.tuple(fc.constant(`乙${word}庚`), fc.nat(word.length + 2)))
  fc.assert(
    fc.property(fc.oneof(withPlace, piece), ([text, place]) => {
      const lies = known.some((word) =>
        Array.from(text, (_, start) => start).some(
          (start) => text.startsWith(word, start) && start < place && place < start + word.length,
        ),
      )
      assert.equal(few.liesOver(text, place), lies)
    }),
  )
})
