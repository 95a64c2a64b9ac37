/**
 * A trained model as one row of bytes, and the sum that it makes of a text's features.
 *
 * Bytes: `FXT1`, then the number of feature bits and of topics, two bytes reserved, then per topic a
 * scale and a bias (float32, little endian), then one int8 per feature and topic. `readModel` throws
 * on bytes of another kind. The score of a topic is
 * `bias + scale × sum of its int8 ÷ sqrt(number of features)`.
 */

import { FEATURE_BITS, type FeatureReader } from './features.ts'
import { type AddRows, openRowSums } from './row-sums.ts'
import { TOPIC_NAMES } from './topics.ts'

const MAGIC = [70, 88, 84, 49]
const HEADER_BYTES = 8
const TOPIC_COUNT = TOPIC_NAMES.length

export interface Model {
  readonly scales: Float32Array
  readonly biases: Float32Array
  /** Feature by feature, one value per topic. */
  readonly weights: Int8Array
  readonly addRows: AddRows
}

export function readModel(bytes: Uint8Array): Model {
  const isModel =
    MAGIC.every((value, at) => bytes[at] === value) &&
    bytes[4] === FEATURE_BITS &&
    bytes[5] === TOPIC_COUNT &&
    bytes.length === sizeOf()
  if (!isModel) throw new Error('these bytes are not a text model of this version')
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const scales = new Float32Array(TOPIC_COUNT)
  const biases = new Float32Array(TOPIC_COUNT)
  for (let topic = 0; topic < TOPIC_COUNT; topic += 1) {
    scales[topic] = view.getFloat32(HEADER_BYTES + topic * 8, true)
    biases[topic] = view.getFloat32(HEADER_BYTES + topic * 8 + 4, true)
  }
  const start = bytes.byteOffset + HEADER_BYTES + TOPIC_COUNT * 8
  const weights = new Int8Array(bytes.buffer, start)
  return { scales, biases, weights, addRows: openRowSums(weights) }
}

/** The inverse of `readModel`, for the trainer: rounds each topic's weights to its own scale. */
export function writeModel(weights: Float32Array, biases: Float32Array): Uint8Array {
  const bytes = new Uint8Array(sizeOf())
  const view = new DataView(bytes.buffer)
  bytes.set([...MAGIC, FEATURE_BITS, TOPIC_COUNT])
  const cells = new Int8Array(bytes.buffer, HEADER_BYTES + TOPIC_COUNT * 8)
  for (let topic = 0; topic < TOPIC_COUNT; topic += 1) {
    let most = 1e-6
    for (let cell = topic; cell < weights.length; cell += TOPIC_COUNT) {
      most = Math.max(most, Math.abs(weights[cell] as number))
    }
    const scale = most / 127
    view.setFloat32(HEADER_BYTES + topic * 8, scale, true)
    view.setFloat32(HEADER_BYTES + topic * 8 + 4, biases[topic] as number, true)
    for (let cell = topic; cell < weights.length; cell += TOPIC_COUNT) {
      cells[cell] = Math.round((weights[cell] as number) / scale)
    }
  }
  return bytes
}

/** Writes the score of each topic into `scores`. */
export function scoreTopics(model: Model, features: FeatureReader, scores: Float64Array): void {
  const { scales, biases } = model
  const { count } = features
  model.addRows(features.numbers, count, scores)
  const share = count === 0 ? 0 : 1 / Math.sqrt(count)
  for (let topic = 0; topic < TOPIC_COUNT; topic += 1) {
    const sum = (scores[topic] as number) * (scales[topic] as number) * share
    scores[topic] = sum + (biases[topic] as number)
  }
}

function sizeOf(): number {
  return HEADER_BYTES + TOPIC_COUNT * 8 + (TOPIC_COUNT << FEATURE_BITS)
}
