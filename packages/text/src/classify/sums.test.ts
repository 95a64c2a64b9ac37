import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { toEdition } from '../edition.ts'
import { FEATURE_BITS, FeatureReader, MOST_UNITS } from './features.ts'
import { hostSums } from './hosted-sums.ts'
import { toBitmap } from './kept-features.ts'
import { PlainSums } from './plain-sums.ts'
import { seededRandom } from './seeded-random.ts'
import { EDITION } from './sums.generated.ts'
import type { TextSums } from './sums.ts'
import { TOPIC_NAMES } from './topics.ts'

const TOPICS = TOPIC_NAMES.length
const random = seededRandom(7)
/** Half of all features, so that texts have kept ones and others. */
const kept = Array.from({ length: 2 ** (FEATURE_BITS - 1) }, (_, nth) => nth * 2 + random.below(2))
const weights = Int8Array.from({ length: kept.length * TOPICS }, () => random.below(256) - 128)
const rowOf = new Map(kept.map((feature, row) => [feature, row]))
const bitmap = toBitmap(kept)
const plain = new PlainSums(bitmap, weights)
const hosted = hostSums(bitmap, weights) as TextSums

function read(sums: TextSums, text: string) {
  const topics = new Float64Array(TOPICS).fill(9)
  sums.read(text, topics)
  return { features: [...sums.numbers.subarray(0, sums.count)], topics: [...topics] }
}

function readOneByOne(text: string, known = weights, table: ReadonlyMap<number, number> = rowOf) {
  const features = featuresOf(text)
  const rows = features.flatMap((feature) => table.get(feature) ?? [])
  const topics = TOPIC_NAMES.map((_, topic) =>
    rows.reduce((sum, row) => sum + (known[row * TOPICS + topic] as number), 0),
  )
  return { features, topics }
}

function featuresOf(text: string): readonly number[] {
  const { numbers, count } = new FeatureReader().read(text)
  return [...numbers.subarray(0, count)]
}

const many = (count: number) =>
  Array.from({ length: count }, () => String.fromCharCode(0x4e00 + random.below(20_000))).join('')
const texts: readonly [name: string, text: string][] = [
  ['no text', ''],
  ['one character', '好'],
  ['a sentence', '今晚8点一起去看电影吗？ABC'],
  ['the same again and again', '哈'.repeat(300)],
  ['one that is dropped altogether', '*** \u200b'],
  ['a character that stands for several', '重50㎏，请加'],
  ['half of a character', '加\ud83d微信😀𠀀'],
  ['as many features as go together in one sum', many(64)],
  ['as long as is read', many(MOST_UNITS)],
  ['longer', many(MOST_UNITS + 3)],
  ['longer than what is read of it', '㎏'.repeat(MOST_UNITS)],
]
for (const [name, text] of texts) {
  test(`${name}: the same features and sums in WebAssembly, in TypeScript and one by one`, () => {
    const expected = readOneByOne(text)
    assert.deepEqual(read(plain, text), expected)
    assert.deepEqual(read(hosted, text), expected)
  })
}

test('any text has the same features and sums in WebAssembly and in TypeScript', () => {
  const unit = fc.constantFrom(...'加微信代開發票＋嘉，\n*36号a㎏⑩😀\ud83d\u0336', 'binary')
  const text = fc.oneof(fc.string({ unit, maxLength: 80 }), fc.string({ unit: 'binary' }))
  fc.assert(
    fc.property(text, (one) => {
      assert.deepEqual(read(hosted, one), read(plain, one))
    }),
  )
})

for (const [name, weight] of [
  ['highest', 127],
  ['lowest', -128],
] as const) {
  test(`sums of the ${name} weights run over in no lane`, () => {
    const extreme = new Int8Array(weights.length).fill(weight)
    const text = many(MOST_UNITS)
    const expected = readOneByOne(text, extreme)
    assert.deepEqual(read(new PlainSums(bitmap, extreme), text), expected)
    assert.deepEqual(read(hostSums(bitmap, extreme) as TextSums, text), expected)
  })
}

const known = many(100)
const asked = featuresOf(known)
const models: readonly [name: string, features: readonly number[]][] = [
  ['no features', []],
  ['one feature', asked.slice(0, 1)],
  ['one feature that no text asks for', [2 ** FEATURE_BITS - 1]],
  ['all features of a text', asked],
  [
    'all features of a text, and all that are numbered like them but for five bits',
    asked.flatMap(neighbours),
  ],
  ['only features that are numbered like those of a text', asked.map((feature) => feature ^ 1)],
]
for (const [name, some] of models) {
  test(`a model of ${name} says the same in WebAssembly, in TypeScript and one by one`, () => {
    const features = [...new Set(some)].sort((one, other) => one - other)
    const table = new Map(features.map((feature, row) => [feature, row]))
    const few = Int8Array.from({ length: features.length * TOPICS }, () => random.below(256) - 128)
    const expected = readOneByOne(known, few, table)
    assert.deepEqual(read(new PlainSums(toBitmap(features), few), known), expected)
    assert.deepEqual(read(hostSums(toBitmap(features), few) as TextSums, known), expected)
  })
}

function neighbours(feature: number): readonly number[] {
  return Array.from({ length: 32 }, (_, bits) => feature ^ bits)
}

test('texts stay apart after a thousand others', () => {
  const expected = readOneByOne('加微信')
  for (let nth = 0; nth < 1100; nth += 1) read(hosted, many(3))
  assert.deepEqual(read(hosted, '加微信'), expected)
})

test('the compiled sums are of the source that is here', () => {
  const folder = join(import.meta.dirname, '..', '..', 'kernel', 'classify')
  const names = readdirSync(folder).sort()
  const sources = names.map((name) => readFileSync(join(folder, name), 'utf8'))
  assert.equal(EDITION, toEdition(sources), 'run node packages/text/kernel/build.ts')
})
