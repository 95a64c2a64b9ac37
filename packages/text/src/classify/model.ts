/**
 * A trained model as one row of bytes, and the sum that it makes of a text's features.
 *
 * Bytes: `FXT2`, then the number of feature bits and of topics, two bytes reserved, then per topic a
 * scale and a bias (float32, little endian), then a bit for each feature: is it kept?, then one int8
 * per kept feature and topic. `readModel` throws on bytes of another kind. The score of a topic is
 * `bias + scale × sum of its int8 ÷ sqrt(number of features)`, kept or not.
 */

import { FEATURE_BITS } from './features.ts'
import { BITMAP_BYTES, countKept, KEPT_BITS, toBitmap } from './kept-features.ts'
import { openSums, type TextSums } from './sums.ts'
import { TOPIC_NAMES } from './topics.ts'

const MAGIC = [70, 88, 84, 50]
const HEADER_BYTES = 8
const TOPIC_COUNT = TOPIC_NAMES.length
const BITMAP_AT = HEADER_BYTES + TOPIC_COUNT * 8
const ROWS_AT = BITMAP_AT + BITMAP_BYTES

export interface Model {
  readonly scales: Float32Array
  readonly biases: Float32Array
  /** Of one text at a time, whoever asks. */
  readonly sums: TextSums
}

export function readModel(bytes: Uint8Array): Model {
  const isOfThisVersion =
    MAGIC.every((value, at) => bytes[at] === value) &&
    bytes[4] === FEATURE_BITS &&
    bytes[5] === TOPIC_COUNT &&
    bytes.length >= ROWS_AT
  const bitmap = bytes.subarray(BITMAP_AT, ROWS_AT)
  const size = isOfThisVersion ? countKept(bitmap) : 0
  const isWhole = isOfThisVersion && bytes.length === ROWS_AT + size * TOPIC_COUNT
  if (!isWhole || size > 1 << KEPT_BITS) {
    throw new Error('these bytes are not a text model of this version')
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const scales = new Float32Array(TOPIC_COUNT)
  const biases = new Float32Array(TOPIC_COUNT)
  for (let topic = 0; topic < TOPIC_COUNT; topic += 1) {
    scales[topic] = view.getFloat32(HEADER_BYTES + topic * 8, true)
    biases[topic] = view.getFloat32(HEADER_BYTES + topic * 8 + 4, true)
  }
  const weights = new Int8Array(bytes.buffer, bytes.byteOffset + ROWS_AT, size * TOPIC_COUNT)
  return { scales, biases, sums: openSums(bitmap, weights) }
}

/**
 * The inverse of `readModel`, for the trainer: rounds each topic's weights to its own scale. Of the
 * weights, feature by feature, those of the features in `keep` go in, which must rise.
 */
export function writeModel(
  weights: Float32Array,
  biases: Float32Array,
  keep: Uint32Array,
): Uint8Array {
  const bytes = new Uint8Array(ROWS_AT + keep.length * TOPIC_COUNT)
  const view = new DataView(bytes.buffer)
  bytes.set([...MAGIC, FEATURE_BITS, TOPIC_COUNT])
  bytes.set(toBitmap(keep), BITMAP_AT)
  const cells = new Int8Array(bytes.buffer, ROWS_AT)
  for (let topic = 0; topic < TOPIC_COUNT; topic += 1) {
    let most = 1e-6
    for (const feature of keep) {
      most = Math.max(most, Math.abs(weights[feature * TOPIC_COUNT + topic] as number))
    }
    const scale = most / 127
    view.setFloat32(HEADER_BYTES + topic * 8, scale, true)
    view.setFloat32(HEADER_BYTES + topic * 8 + 4, biases[topic] as number, true)
    keep.forEach((feature, row) => {
      const weight = weights[feature * TOPIC_COUNT + topic] as number
      cells[row * TOPIC_COUNT + topic] = Math.round(weight / scale)
    })
  }
  return bytes
}

/** Writes the score of each topic into `scores`. */
export function scoreTopics({ scales, biases, sums }: Model, text: string, scores: Float64Array) {
  sums.read(text, scores)
  const share = sums.count === 0 ? 0 : 1 / Math.sqrt(sums.count)
  for (let topic = 0; topic < TOPIC_COUNT; topic += 1) {
    const sum = (scores[topic] as number) * (scales[topic] as number) * share
    scores[topic] = sum + (biases[topic] as number)
  }
}
