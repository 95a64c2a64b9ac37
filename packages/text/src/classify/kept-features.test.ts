import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FEATURE_BITS } from './features.ts'
import { KeptFeatures, toBitmap } from './kept-features.ts'
import { seededRandom } from './seeded-random.ts'

const LAST = 2 ** FEATURE_BITS - 1
const random = seededRandom(3)
const drawn = Array.from({ length: 5000 }, () => random.below(LAST))
const features = [...new Set([0, 1, 31, 32, 63, LAST, ...drawn])].sort((one, other) => one - other)
const kept = new KeptFeatures(toBitmap(features))

test('each kept feature has the row of its rank', () => {
  assert.equal(kept.size, features.length)
  for (const [rank, feature] of features.entries()) {
    kept.find(Uint32Array.of(feature), 1)
    assert.deepEqual([kept.count, kept.rows[0]], [1, rank])
  }
})

test('features that are not kept are left out, the others stay in their order', () => {
  const missing = [2, 33, 64].filter((one) => !features.includes(one))
  const asked = Uint32Array.from([LAST, ...missing, 0, 32, ...missing])
  kept.find(asked, asked.length)
  const rows = [features.length - 1, 0, features.indexOf(32)]
  assert.deepEqual([...kept.rows.subarray(0, kept.count)], rows)
  assert.equal(kept.find(asked, 1).count, 1)
})
