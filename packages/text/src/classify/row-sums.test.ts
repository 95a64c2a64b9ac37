import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { toEdition } from '../edition.ts'
import { MOST_FEATURES } from './features.ts'
import { KEPT_BITS } from './kept-features.ts'
import { EDITION } from './row-sums.generated.ts'
import { sumHere, sumHosted } from './row-sums.ts'
import { seededRandom } from './seeded-random.ts'
import { TOPIC_NAMES } from './topics.ts'

const TOPICS = TOPIC_NAMES.length
const random = seededRandom(7)
const weights = Int8Array.from({ length: TOPICS << KEPT_BITS }, () => random.below(256) - 128)
// The edges of what a byte holds, more often than lanes can add up.
weights.fill(127, 0, TOPICS)
weights.fill(-128, TOPICS, 2 * TOPICS)
const here = sumHere(weights)
const hosted = sumHosted(weights)

function sumOneByOne(numbers: Uint32Array, count: number): number[] {
  return TOPIC_NAMES.map((_, topic) =>
    numbers
      .subarray(0, count)
      .reduce((sum, number) => sum + (weights[number * TOPICS + topic] as number), 0),
  )
}

const many = (count: number, number: () => number) => Uint32Array.from({ length: count }, number)
const rows: readonly [name: string, numbers: Uint32Array][] = [
  ['no feature', many(0, () => 0)],
  ['one', many(1, () => 5)],
  ['one for each lane that there is', many(256, () => random.below(1 << KEPT_BITS))],
  ['one more', many(257, () => random.below(1 << KEPT_BITS))],
  ['as many as a text can have', many(MOST_FEATURES, () => random.below(1 << KEPT_BITS))],
  ['only the highest weights', many(1000, () => 0)],
  ['only the lowest', many(1000, () => 1)],
]

for (const [name, numbers] of rows) {
  test(`sums of ${name} are the same in WebAssembly, in TypeScript and one by one`, () => {
    const expected = sumOneByOne(numbers, numbers.length)
    for (const add of [here, hosted]) {
      const sums = new Float64Array(TOPICS).fill(9)
      add?.(numbers, numbers.length, sums)
      assert.deepEqual([...sums], expected)
    }
  })
}

test('numbers behind the count are not added', () => {
  const numbers = many(40, () => random.below(1 << KEPT_BITS))
  for (const add of [here, hosted]) {
    const sums = new Float64Array(TOPICS)
    add?.(numbers, 10, sums)
    assert.deepEqual([...sums], sumOneByOne(numbers, 10))
  }
})

test('the compiled sums are of the source that is here', () => {
  const folder = join(import.meta.dirname, '..', '..', 'kernel', 'sums')
  const names = readdirSync(folder).sort()
  const sources = names.map((name) => readFileSync(join(folder, name), 'utf8'))
  assert.equal(EDITION, toEdition(sources), 'run node packages/text/kernel/build.ts')
})
