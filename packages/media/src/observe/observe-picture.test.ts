import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import sharp from 'sharp'
import { ModelUnavailable } from './model-unavailable.ts'
import { observePicture, planFacts } from './observe-picture.ts'
import { PICTURE_MEASURES } from './picture-facts.ts'
import type { PictureFact } from './picture-measure.ts'

const BYTES = await sharp({ create: { width: 90, height: 60, channels: 3, background: '#369' } })
  .png()
  .toBuffer()

const FACTS = PICTURE_MEASURES.map(({ fact }) => fact)

test('facts are planned once each, cheapest first, and after what they need', () => {
  fc.assert(
    fc.property(fc.subarray(FACTS), (wanted) => {
      const plan = planFacts(wanted).map(({ fact }) => fact)
      assert.equal(new Set(plan).size, plan.length)
      for (const fact of wanted) assert.ok(plan.includes(fact))
      for (const [index, fact] of plan.entries()) {
        const needs = PICTURE_MEASURES.find((row) => row.fact === fact)?.needs ?? []
        for (const need of needs) assert.ok(plan.slice(0, index).includes(need))
      }
    }),
  )
})

test('only what was asked for and what it needs is seen', async () => {
  const seen = await observePicture({ name: 'a', bytes: BYTES }, { wanted: ['hash'] })
  assert.deepEqual(Object.keys(seen).toSorted(), ['format', 'hash', 'missing', 'name', 'sha256'])
})

test('a model that is not there leaves its facts missing, and the others are seen', async () => {
  const seen = await observePicture(
    { name: 'a', bytes: BYTES },
    { wanted: ['hash', 'words', 'wordShare'] },
  )
  assert.ok(seen.hash)
  assert.deepEqual(
    seen.missing.map(({ fact }) => fact),
    ['words', 'wordShare'],
  )
})

test('a model that throws leaves its fact missing, with what it said', async () => {
  const because = { zh: '没有', en: 'none here' }
  const words = {
    edition: 'odd',
    read: async () => {
      throw new ModelUnavailable(because)
    },
  }
  const classes = {
    edition: 'odd',
    score: async () => {
      throw new Error('broken')
    },
  }
  const seen = await observePicture(
    { name: 'a', bytes: BYTES },
    { wanted: ['classes', 'words'], models: { words, classes } },
  )
  assert.equal(seen.missing[0]?.because.en, 'measuring failed: broken')
  assert.deepEqual(seen.missing[1], { fact: 'words', because })
})

test('facts that are known already are given back and not measured', async () => {
  const already = { words: [] }
  const seen = await observePicture({ name: 'a', bytes: BYTES }, { wanted: ['wordShare'], already })
  assert.deepEqual(seen.missing, [])
  assert.equal(seen.wordShare, 0)
})

test('what fires the signal half-way leaves the rest missing', async () => {
  const controller = new AbortController()
  const seen = await observePicture(
    { name: 'a', bytes: BYTES },
    {
      wanted: ['hash', 'words'],
      signal: controller.signal,
      onProgress: ({ fact }) => fact === 'hash' && controller.abort(),
    },
  )
  assert.ok(seen.hash)
  assert.match(seen.missing[0]?.because.en ?? '', /cancelled/)
})

test('progress counts up to its total and carries what is seen so far', async () => {
  const told: [string, number, number, boolean][] = []
  await observePicture(
    { name: 'a', bytes: BYTES },
    {
      wanted: ['hash', 'known'],
      onProgress: ({ fact, finished, total, seen }) =>
        told.push([fact, finished, total, 'hash' in seen]),
    },
  )
  assert.deepEqual(told, [
    ['format', 0, 2, false],
    ['hash', 1, 2, true],
    ['known', 2, 2, true],
  ])
})

test('a fact that this edition does not know is missing', async () => {
  const seen = await observePicture(
    { name: 'a', bytes: BYTES },
    { wanted: ['smell' as PictureFact] },
  )
  assert.deepEqual(
    seen.missing.map(({ fact }) => fact),
    ['smell'],
  )
})

test('any bytes give an answer', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      const seen = await observePicture({ name: 'a', bytes }, { wanted: ['hash'] })
      assert.ok(seen.hash || seen.missing.length > 0)
    }),
    { numRuns: 50 },
  )
})
