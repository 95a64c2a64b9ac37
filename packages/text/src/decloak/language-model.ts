/**
 * How likely a character is after two others: counts of characters, pairs and triples, packed.
 *
 * A slot of the table is a fingerprint of 16 bits and a count in half powers of two. A gram is found
 * within a few slots of its hash; one in some thousands of strangers is mistaken for a known one.
 * Unknown triples fall back to pairs, unknown pairs to single characters (stupid backoff).
 *
 * Source: Brants et al. 2007 for the backoff.
 */

import { isDigit, isLatin } from '../fold/fold-table.ts'

export interface LanguageModel {
  /** By unit: its count, in half powers of two. */
  readonly singles: Uint8Array
  /** By slot: the fingerprint of its gram, which means nothing where the count is 0. */
  readonly marks: Uint16Array
  readonly steps: Uint8Array
}

export const SLOT_COUNT = 640_007

const PROBES = 16
/** About how many characters were counted, and what a character that was never seen counts. */
const TOTAL = 6_000_000
const UNSEEN = 0.5
/** How much pairs and triples weigh beside what is shorter. */
const PAIR_SHARE = 0.8
const TRIPLE_SHARE = 0.6
const EDGE = 1
const LATIN = 2
const DIGIT = 3

/** Half powers of two: 1 → 1, 2 → 3, 4 → 5; 0 for nothing. */
export function stepOf(count: number): number {
  return count <= 0 ? 0 : 1 + Math.round(2 * Math.log2(count))
}

/** The units that the model counts, two edges before and one after. */
export function toPlain(text: string): Uint16Array {
  const units = new Uint16Array(text.length + 3).fill(EDGE)
  for (let at = 0; at < text.length; at += 1) units[at + 2] = toUnit(text.charCodeAt(at))
  return units
}

/** A letter, a digit or the character itself; what is not a word sign is an edge. */
function toUnit(unit: number): number {
  if (isHan(unit)) return unit
  if (isDigit(unit)) return DIGIT
  if (isLatin(unit | 32)) return LATIN
  return EDGE
}

export function isHan(unit: number): boolean {
  return unit >= FIRST_HAN && unit <= LAST_HAN
}

export function putGram(
  model: LanguageModel,
  first: number,
  second: number,
  third: number,
  step: number,
): boolean {
  const hash = hashOf(first, second, third)
  for (let probe = 0; probe < PROBES; probe += 1) {
    const slot = (hash + probe) % SLOT_COUNT
    if (model.steps[slot] !== 0) continue
    model.marks[slot] = markOf(first, second, third)
    model.steps[slot] = step
    return true
  }
  return false
}

/** The natural logarithm of how likely `third` is after `first` and `second`. */
export function logLikelihood(
  model: LanguageModel,
  first: number,
  second: number,
  third: number,
): number {
  const single = model.singles[third] as number
  let likelihood = (UNSEEN + (single === 0 ? 0 : 2 ** ((single - 1) / 2))) / TOTAL
  const pair = stepOfGram(model, 0, second, third)
  if (pair > 0) {
    const share = 2 ** ((pair - (model.singles[second] as number)) / 2)
    likelihood = (1 - PAIR_SHARE) * likelihood + PAIR_SHARE * Math.min(1, share)
    const triple = stepOfGram(model, first, second, third)
    const before = triple > 0 ? stepOfGram(model, 0, first, second) : 0
    if (before > 0) {
      const longer = Math.min(1, 2 ** ((triple - before) / 2))
      likelihood = (1 - TRIPLE_SHARE) * likelihood + TRIPLE_SHARE * longer
    }
  }
  return Math.log(likelihood)
}

function stepOfGram(model: LanguageModel, first: number, second: number, third: number): number {
  const hash = hashOf(first, second, third)
  const wanted = markOf(first, second, third)
  for (let probe = 0; probe < PROBES; probe += 1) {
    const slot = (hash + probe) % SLOT_COUNT
    const step = model.steps[slot] as number
    if (step === 0) return 0
    if (model.marks[slot] === wanted) return step
  }
  return 0
}

function hashOf(first: number, second: number, third: number): number {
  let hash = Math.imul(first ^ 0x5bd1e995, 0x85ebca6b)
  hash = Math.imul((hash ^ (hash >>> 15)) + second, 0xc2b2ae35)
  hash = Math.imul((hash ^ (hash >>> 13)) + third, 0x27d4eb2f)
  return (hash ^ (hash >>> 16)) >>> 0
}

function markOf(first: number, second: number, third: number): number {
  let hash = Math.imul(first + 77, 0x165667b1) ^ Math.imul(second + 3, 0x9e3779b1)
  hash = Math.imul(hash ^ (hash >>> 14), 0x2c1b3c6d) + Math.imul(third + 11, 0x297a2d39)
  return (hash ^ (hash >>> 15)) & 65535
}

const MAGIC = [70, 88, 76, 50]

/** `FXL2`, marks (little endian), steps, counts of Han characters, counts of the others. */
export function writeLanguageModel(model: LanguageModel): Uint8Array {
  const bytes = new Uint8Array(SIZE)
  bytes.set(MAGIC)
  const view = new DataView(bytes.buffer)
  model.marks.forEach((mark, nth) => {
    view.setUint16(MARKS + nth * 2, mark, true)
  })
  bytes.set(model.steps, STEPS)
  bytes.set(model.singles.subarray(FIRST_HAN, FIRST_HAN + HAN_COUNT), SINGLES)
  bytes.set(model.singles.subarray(0, OTHERS), SIZE - OTHERS)
  return bytes
}

/** Throws on bytes of another kind. */
export function readLanguageModel(bytes: Uint8Array): LanguageModel {
  const isModel = MAGIC.every((value, at) => bytes[at] === value) && bytes.length === SIZE
  if (!isModel) throw new Error('these bytes are not a language model of this version')
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const marks = new Uint16Array(SLOT_COUNT)
  for (let nth = 0; nth < SLOT_COUNT; nth += 1) marks[nth] = view.getUint16(MARKS + nth * 2, true)
  const singles = new Uint8Array(65536)
  singles.set(bytes.subarray(SIZE - OTHERS))
  singles.set(bytes.subarray(SINGLES, SIZE - OTHERS), FIRST_HAN)
  return { marks, steps: bytes.slice(STEPS, SINGLES), singles }
}

const FIRST_HAN = 0x3400
const LAST_HAN = 0x9fff
const HAN_COUNT = LAST_HAN - FIRST_HAN + 1
/** The edge, letters and digits have the codes below this. */
const OTHERS = 4
const MARKS = MAGIC.length
const STEPS = MARKS + SLOT_COUNT * 2
const SINGLES = STEPS + SLOT_COUNT
const SIZE = SINGLES + HAN_COUNT + OTHERS
