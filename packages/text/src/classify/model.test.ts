import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FEATURE_BITS, FeatureReader } from './features.ts'
import { readModel, scoreTopics, writeModel } from './model.ts'
import { TOPIC_NAMES } from './topics.ts'

const CELLS = TOPIC_NAMES.length << FEATURE_BITS
const biases = Float32Array.from(TOPIC_NAMES, (_, nth) => nth)

/** A model that keeps some of the features of `好`, scored on it. */
function scoresOf(keep: (features: readonly number[]) => readonly number[]): Float64Array {
  const features = new FeatureReader().read('好')
  const weights = new Float32Array(CELLS)
  const numbers = [...features.numbers.subarray(0, features.count)]
  for (const number of numbers) weights[number * TOPIC_NAMES.length] = 2
  const kept = Uint32Array.from([...keep(numbers)].sort((one, other) => one - other))
  const scores = new Float64Array(TOPIC_NAMES.length)
  scoreTopics(readModel(writeModel(weights, biases, kept)), '好', scores)
  return scores
}

test('a model is read as it was written, to the step of its scale', () => {
  const scores = scoresOf((numbers) => [3, ...numbers, 2 ** FEATURE_BITS - 1])
  const count = new FeatureReader().read('好').count
  assert.ok(Math.abs((scores[0] ?? 0) - 2 * Math.sqrt(count)) < 0.02)
  assert.deepEqual([...scores.subarray(1)], [...biases.subarray(1)])
})

test('a feature that is not kept adds nothing, and counts among those of the text', () => {
  const scores = scoresOf(([first = 0]) => [first])
  const count = new FeatureReader().read('好').count
  assert.ok(Math.abs((scores[0] ?? 0) - 2 / Math.sqrt(count)) < 0.01)
  assert.deepEqual([...scoresOf(() => [])], [...biases])
})

test('bytes of another kind, and bytes cut off, are refused', () => {
  assert.throws(() => readModel(new Uint8Array(10)), /not a text model/)
  const whole = writeModel(new Float32Array(CELLS), biases, Uint32Array.of(1, 2, 3))
  assert.throws(() => readModel(whole.subarray(0, whole.length - 1)), /not a text model/)
})
