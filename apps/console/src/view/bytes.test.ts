import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describeBytes } from './bytes.ts'

const sizes: [bytes: number, words: string][] = [
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 KB'],
  [12_345, '12 KB'],
  [1_450_000, '1.4 MB'],
]

for (const [bytes, words] of sizes) {
  test(`${bytes} bytes are ${words}`, () => assert.equal(describeBytes(bytes), words))
}
