/**
 * The features of texts and the sums of their weights in plain TypeScript, four weights at once as
 * lanes of one number. A feature's weights are sixteen bytes, so that none lie across two lines of the
 * cache. About 5 MB for each model.
 */

import { FeatureReader } from './features.ts'
import { KeptFeatures } from './kept-features.ts'
import type { TextSums } from './sums.ts'
import { TOPIC_NAMES } from './topics.ts'

const TOPIC_COUNT = TOPIC_NAMES.length
const ROW_BITS = 4
/** Of the weights of one feature: those of all topics, and room. */
export const ROW_BYTES = 1 << ROW_BITS

/** Each weight this much higher, so that lanes never borrow from one another. */
const BIAS = 128
/** So many bytes add up in sixteen bits. */
const MOST_AT_ONCE = 256
const LOW_LANES = 0x00ff00ff

export class PlainSums implements TextSums {
  private readonly features = new FeatureReader()
  private readonly kept: KeptFeatures
  /** Four weights in each. */
  private readonly cells: Int32Array

  constructor(bitmap: Uint8Array, weights: Int8Array) {
    this.kept = new KeptFeatures(bitmap)
    const bytes = new Uint8Array(this.kept.size * ROW_BYTES)
    writeRows(weights, new Int8Array(bytes.buffer))
    for (let at = 0; at < bytes.length; at += 1) bytes[at] = (bytes[at] as number) ^ BIAS
    this.cells = new Int32Array(bytes.buffer)
  }

  get numbers(): Uint32Array {
    return this.features.numbers
  }

  get count(): number {
    return this.features.count
  }

  read(text: string, sums: Float64Array): void {
    const { numbers, count } = this.features.read(text)
    const { rows, count: kept } = this.kept.find(numbers, count)
    sums.fill(0 - BIAS * kept)
    for (let from = 0; from < kept; from += MOST_AT_ONCE) {
      addLanes(this.cells, rows.subarray(from, Math.min(kept, from + MOST_AT_ONCE)), sums)
    }
  }
}

/** From one weight after the other to one row after the other. */
export function writeRows(weights: Int8Array, rows: Int8Array): void {
  for (let row = 0; row * TOPIC_COUNT < weights.length; row += 1) {
    const from = row * TOPIC_COUNT
    for (let topic = 0; topic < TOPIC_COUNT; topic += 1) {
      rows[(row << ROW_BITS) + topic] = weights[from + topic] as number
    }
  }
}

/** At most `MOST_AT_ONCE`: more would run over from one lane into the next. */
function addLanes(cells: Int32Array, rows: Uint32Array, sums: Float64Array): void {
  for (let word = 0; word * 4 < TOPIC_COUNT; word += 1) {
    let [even, odd] = [0, 0]
    for (let at = 0; at < rows.length; at += 1) {
      const four = cells[((rows[at] as number) << (ROW_BITS - 2)) + word] as number
      even = (even + (four & LOW_LANES)) | 0
      odd = (odd + ((four >>> 8) & LOW_LANES)) | 0
    }
    const four = [even & 0xffff, odd & 0xffff, even >>> 16, odd >>> 16]
    for (let nth = 0; nth < 4 && word * 4 + nth < TOPIC_COUNT; nth += 1) {
      const topic = word * 4 + nth
      sums[topic] = (sums[topic] as number) + (four[nth] as number)
    }
  }
}
