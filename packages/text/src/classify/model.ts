/**
 * A trained model as one row of bytes, and the sum that it makes of a text's features.
 *
 * Bytes: `FXT1`, then the number of feature bits and of topics, two bytes reserved, then per topic a
 * scale and a bias (float32, little endian), then one int8 per feature and topic. `readModel` throws
 * on bytes of another kind. The score of a topic is
 * `bias + scale × sum of its int8 ÷ sqrt(number of features)`.
 */

import { FEATURE_BITS, type FeatureReader } from './features.ts'
import { TOPIC_NAMES } from './topics.ts'

const MAGIC = [70, 88, 84, 49]
const HEADER_BYTES = 8
const TOPIC_COUNT = TOPIC_NAMES.length

export interface Model {
  readonly scales: Float32Array
  readonly biases: Float32Array
  /** Feature by feature, one value per topic. */
  readonly weights: Int8Array
  /** The same, four to a number and each 128 higher, in rows of `ROW` numbers: what is summed up. */
  readonly rows: Int32Array
}

/** Four numbers have room for sixteen topics, and no row lies across two lines of the cache. */
const ROW_BITS = 2
const BIAS = 128
/** So many bytes add up in sixteen bits. */
const MOST_AT_ONCE = 256
const LOW_LANES = 0x00ff00ff

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
  return { scales, biases, weights, rows: toRows(weights) }
}

function toRows(weights: Int8Array): Int32Array {
  const rows = new Int32Array(1 << (FEATURE_BITS + ROW_BITS))
  for (let feature = 0; feature < 1 << FEATURE_BITS; feature += 1) {
    for (let topic = 0; topic < TOPIC_COUNT; topic += 1) {
      const weight = (weights[feature * TOPIC_COUNT + topic] as number) + BIAS
      const at = (feature << ROW_BITS) + (topic >> 2)
      rows[at] = (rows[at] as number) | (weight << ((topic & 3) * 8))
    }
  }
  return rows
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

/**
 * Writes the score of each topic into `scores`. Four weights are added at once, as lanes of one
 * number: a loop over the topics costs four times as much.
 */
export function scoreTopics(model: Model, features: FeatureReader, scores: Float64Array): void {
  const { scales, biases } = model
  const { count } = features
  scores.fill(-BIAS * count)
  for (let from = 0; from < count; from += MOST_AT_ONCE) {
    addRows(model.rows, features.numbers, from, Math.min(count, from + MOST_AT_ONCE), scores)
  }
  const share = count === 0 ? 0 : 1 / Math.sqrt(count)
  for (let topic = 0; topic < TOPIC_COUNT; topic += 1) {
    const sum = (scores[topic] as number) * (scales[topic] as number) * share
    scores[topic] = sum + (biases[topic] as number)
  }
}

/** At most `MOST_AT_ONCE`: more would run over from one lane into the next. */
function addRows(
  rows: Int32Array,
  numbers: Uint32Array,
  from: number,
  end: number,
  sums: Float64Array,
): void {
  let [even0, odd0, even1, odd1, last] = [0, 0, 0, 0, 0]
  for (let at = from; at < end; at += 1) {
    const row = (numbers[at] as number) << ROW_BITS
    const first = rows[row] as number
    const second = rows[row + 1] as number
    even0 = (even0 + (first & LOW_LANES)) | 0
    odd0 = (odd0 + ((first >>> 8) & LOW_LANES)) | 0
    even1 = (even1 + (second & LOW_LANES)) | 0
    odd1 = (odd1 + ((second >>> 8) & LOW_LANES)) | 0
    const third = rows[row + 2] as number
    last = (last + ((third & 0xff) | ((third & 0xff00) << 8))) | 0
  }
  ;[even0, odd0, even1, odd1].forEach((lanes, nth) => {
    const topic = (nth >> 1) * 4 + (nth & 1)
    sums[topic] = (sums[topic] as number) + (lanes & 0xffff)
    sums[topic + 2] = (sums[topic + 2] as number) + (lanes >>> 16)
  })
  sums[8] = (sums[8] as number) + (last & 0xffff)
  sums[9] = (sums[9] as number) + (last >>> 16)
}

function sizeOf(): number {
  return HEADER_BYTES + TOPIC_COUNT * 8 + (TOPIC_COUNT << FEATURE_BITS)
}
