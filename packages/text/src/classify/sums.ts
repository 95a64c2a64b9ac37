/** What classifying a text mostly is: its features, and the weights of those that are kept, topic by topic. */

import { hostSums } from './hosted-sums.ts'
import { PlainSums } from './plain-sums.ts'

/** Of one text at a time: everything is valid until the next `read`. */
export interface TextSums {
  /** The features of the text, the first `count`. */
  readonly numbers: Uint32Array
  readonly count: number
  /** Writes one sum for each topic. */
  read(text: string, sums: Float64Array): void
}

/**
 * In WebAssembly where the host has it, else here: sums of whole numbers, both say the same.
 *
 * `bitmap` has a bit for each feature that is kept, `weights` one int8 for each of those and topic.
 */
export function openSums(bitmap: Uint8Array, weights: Int8Array): TextSums {
  return hostSums(bitmap, weights) ?? new PlainSums(bitmap, weights)
}
