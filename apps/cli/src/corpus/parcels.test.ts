import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parcelsOf } from './parcels.ts'

async function sizesOf(texts: readonly string[]): Promise<readonly number[]> {
  const sizes: number[] = []
  async function* documents() {
    for (const [at, text] of texts.entries()) yield { name: `${at}`, text, publishedAt: null }
  }
  for await (const parcel of parcelsOf(documents())) sizes.push(parcel.length)
  return sizes
}

const long = '番'.repeat(2_000_001)

const cases: [name: string, texts: readonly string[], sizes: readonly number[]][] = [
  ['nothing is no parcel', [], []],
  ['five hundred are one', Array(500).fill('番茄'), [500]],
  ['one more is two', Array(501).fill('番茄'), [500, 1]],
  ['two long ones are two', [long, long], [1, 1]],
  ['one that is too long by itself is sent alone', [long + long, '番茄'], [1, 1]],
]

for (const [name, texts, sizes] of cases) {
  test(name, async () => assert.deepEqual(await sizesOf(texts), sizes))
}
