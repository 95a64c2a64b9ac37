import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { gradeTerms, importTerms, rateTerms, type Term } from '../index.ts'

const DEFAULTS = { label: 20006, level: 'review' } as const

function imported(source: string): readonly string[] {
  return importTerms(source, DEFAULTS).terms.map(
    ({ text, label, level }) => `${text} ${label} ${level}`,
  )
}

test('a plain list is one word a line, without remarks and doubles', () => {
  assert.deepEqual(imported('\ufeff# 广告\r\n加微信\r\n\r\n代购\n加微信'), [
    '加微信 20006 review',
    '代购 20006 review',
  ])
})

test('CSV values may hold commas and quotes, and say label and level', () => {
  assert.deepEqual(imported('label,text,level\n10001,"加微信, ""快""",hint\n,代购,'), [
    '加微信, "快" 10001 hint',
    '代购 20006 review',
  ])
})

test('JSON may be words or terms', () => {
  assert.deepEqual(imported('["加微信", {"text": "代购", "label": 10001}]'), [
    '加微信 20006 review',
    '代购 10001 review',
  ])
})

test('a list may say when terms count and how they are sorted', () => {
  const csv =
    'text,validFrom,validUntil,tags\n加微信,2026-12-01,1800000000000,联系方式;广告\n代购,31/12,,'
  const { terms, refused } = importTerms(csv, DEFAULTS)
  assert.deepEqual(
    terms.map(({ validFrom, validUntil, tags }) => ({ validFrom, validUntil, tags })),
    [
      {
        validFrom: Date.UTC(2026, 10, 30, 16),
        validUntil: 1_800_000_000_000,
        tags: ['联系方式', '广告'],
      },
    ],
  )
  assert.deepEqual(
    refused.map(({ line }) => line),
    [3],
  )
})

test('tags in JSON may be a list', () => {
  const { terms } = importTerms('[{"text": "代购", "tags": ["广告", "跨境"]}]', DEFAULTS)
  assert.deepEqual(terms[0]?.tags, ['广告', '跨境'])
})

test('what cannot be read is refused with its line, and the rest is imported', () => {
  const { terms, refused } = importTerms('text,label\n甲乙,1\n丙丁,10001\n,10001', DEFAULTS)
  assert.deepEqual(
    terms.map(({ text }) => text),
    ['丙丁'],
  )
  assert.deepEqual(
    refused.map(({ line }) => line),
    [2, 4],
  )
})

test('JSON that is no list is refused whole', () => {
  assert.equal(importTerms('[1,', DEFAULTS).refused.length, 1)
})

test('importing the same list again gives the same terms', () => {
  assert.deepEqual(importTerms('加微信', DEFAULTS), importTerms('加微信', DEFAULTS))
})

test('any source returns', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('"', ',', '\n', 'text', '[', ']', '{', '词')), (parts) => {
      importTerms(parts.join(''), DEFAULTS)
    }),
  )
})

test('a term that ordinary text hits becomes a hint, the others stay', () => {
  const terms: Term[] = ['天气', '加微信'].map((text) => ({
    id: text,
    text,
    label: 10001,
    level: 'block',
  }))
  const ordinary = ['今天天气好', '明天天气呢', '一起吃饭']
  const rates = rateTerms(terms, ordinary)
  assert.deepEqual(
    rates.map(({ term, hits, example }) => [term.text, hits, example]),
    [
      ['天气', 2, '今天天气好'],
      ['加微信', 0, undefined],
    ],
  )
  assert.deepEqual(
    gradeTerms(rates).map(({ level }) => level),
    ['hint', 'block'],
  )
})
