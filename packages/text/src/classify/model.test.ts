import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FEATURE_BITS, FeatureReader } from './features.ts'
import { readModel, scoreTopics, writeModel } from './model.ts'
import { TOPIC_NAMES } from './topics.ts'

const CELLS = TOPIC_NAMES.length << FEATURE_BITS

test('a model is read as it was written, to the step of its scale', () => {
  const weights = new Float32Array(CELLS)
  const features = new FeatureReader().read('好')
  weights[(features.numbers[0] ?? 0) * TOPIC_NAMES.length] = 2
  const model = readModel(
    writeModel(
      weights,
      Float32Array.from(TOPIC_NAMES, (_, nth) => nth),
    ),
  )
  const scores = new Float64Array(TOPIC_NAMES.length)
  scoreTopics(model, features, scores)
  assert.ok(Math.abs((scores[0] ?? 0) - 2 / Math.sqrt(features.count)) < 0.01)
  assert.deepEqual([...scores.subarray(1)], [1, 2, 3, 4, 5, 6, 7, 8, 9])
})

test('bytes of another kind are refused', () => {
  assert.throws(() => readModel(new Uint8Array(10)), /not a text model/)
})
