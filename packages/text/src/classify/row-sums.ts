/**
 * Adds up the weights of a text's kept features, topic by topic: what classifying a text mostly is.
 *
 * In WebAssembly where the host has it (`kernel/sums/`), else here, four weights at once as lanes of
 * one number. Sums of whole numbers: both say the same. A feature's weights are sixteen bytes, so
 * that none lie across two lines of the cache. About 4 MB for each table.
 */

import { type Hosted, Program } from '../kernel/host.ts'
import { MOST_FEATURES } from './features.ts'
import { KEPT_BITS } from './kept-features.ts'
import { BYTES } from './row-sums.generated.ts'
import { TOPIC_NAMES } from './topics.ts'

const TOPIC_COUNT = TOPIC_NAMES.length
const ROW_BITS = 4
const ROW_BYTES = 1 << ROW_BITS

/** Writes one sum for each topic; `numbers` are those of the rows, the first `count` of them. */
export type AddRows = (numbers: Uint32Array, count: number, sums: Float64Array) => void

interface Calls {
  sumRows(rows: number, numbers: number, count: number, sums: number): void
}

const program = new Program<Calls>(BYTES)

/** Of int8 weights, row by row, one for each topic. */
export function openRowSums(weights: Int8Array): AddRows {
  return sumHosted(weights) ?? sumHere(weights)
}

/** What lies where in the memory of the program. */
const SUMS_AT = 0
const NUMBERS_AT = 1024
const PAGE = 65536
const ROWS_AT = PAGE
const PAGES = 1 + (ROW_BYTES << KEPT_BITS) / PAGE

/** Undefined where the host cannot run it. */
export function sumHosted(weights: Int8Array): AddRows | undefined {
  const hosted = program.start(PAGES)
  return hosted === undefined ? undefined : sumIn(hosted, weights)
}

function sumIn({ calls, memory }: Hosted<Calls>, weights: Int8Array): AddRows {
  writeRows(weights, new Int8Array(memory.buffer, ROWS_AT))
  const copies = new Uint32Array(memory.buffer, NUMBERS_AT, MOST_FEATURES)
  const results = new Int32Array(memory.buffer, SUMS_AT, TOPIC_COUNT)
  return (numbers, count, sums) => {
    for (let at = 0; at < count; at += 1) copies[at] = numbers[at] as number
    calls.sumRows(ROWS_AT, NUMBERS_AT, count, SUMS_AT)
    for (let topic = 0; topic < TOPIC_COUNT; topic += 1) sums[topic] = results[topic] as number
  }
}

function writeRows(weights: Int8Array, rows: Int8Array): void {
  for (let row = 0; row * TOPIC_COUNT < weights.length; row += 1) {
    const from = row * TOPIC_COUNT
    for (let topic = 0; topic < TOPIC_COUNT; topic += 1) {
      rows[(row << ROW_BITS) + topic] = weights[from + topic] as number
    }
  }
}

/** Each weight this much higher, so that lanes never borrow from one another. */
const BIAS = 128
/** So many bytes add up in sixteen bits. */
const MOST_AT_ONCE = 256
const LOW_LANES = 0x00ff00ff

/** In plain TypeScript. */
export function sumHere(weights: Int8Array): AddRows {
  const cells = new Uint8Array(ROW_BYTES << KEPT_BITS)
  writeRows(weights, new Int8Array(cells.buffer))
  for (let at = 0; at < cells.length; at += 1) cells[at] = (cells[at] as number) ^ BIAS
  const rows = new Int32Array(cells.buffer)
  return (numbers, count, sums) => {
    sums.fill(0 - BIAS * count)
    for (let from = 0; from < count; from += MOST_AT_ONCE) {
      addLanes(rows, numbers.subarray(from, Math.min(count, from + MOST_AT_ONCE)), sums)
    }
  }
}

/** At most `MOST_AT_ONCE`: more would run over from one lane into the next. */
function addLanes(rows: Int32Array, numbers: Uint32Array, sums: Float64Array): void {
  for (let word = 0; word * 4 < TOPIC_COUNT; word += 1) {
    let [even, odd] = [0, 0]
    for (let at = 0; at < numbers.length; at += 1) {
      const four = rows[((numbers[at] as number) << (ROW_BITS - 2)) + word] as number
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
