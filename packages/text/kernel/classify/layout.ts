/**
 * What lies where, in bytes; `src/classify/hosted-sums.ts` is told the places that it writes and reads.
 *
 * Numbers of 32 bits, but for the characters of the text (16) and the weights (8). Behind each row of
 * units and hashes is room for what four at once run over.
 */

const PAGE: usize = 65536
/** As in `src/classify/features.ts`. */
const MOST_UNITS: usize = 2000
const PER_UNIT: usize = 4
const MARGIN: usize = 64

/** Sixteen sums. */
export const SUMS: usize = 0
export const SOURCE: usize = SUMS + MARGIN
/** One number stands before the first unit, and before the first sound: there is nothing. */
export const UNITS: usize = SOURCE + MOST_UNITS * 2 + MARGIN
export const SOUNDS: usize = UNITS + MOST_UNITS * 4 + MARGIN
export const HASHES: usize = SOUNDS + MOST_UNITS * 4 + MARGIN
export const FEATURES: usize = HASHES + MOST_UNITS * PER_UNIT * 4 + MARGIN
/** Numbers of rows of weights. */
export const ROWS: usize = FEATURES + MOST_UNITS * PER_UNIT * 4 + MARGIN

/** Twice as many places as a text has features. */
export const SEEN: usize = 2 * PAGE
export const SEEN_BITS: u32 = 14

/** For each character what it is read as, and in the upper half the near sound of that. */
export const READINGS: usize = 3 * PAGE
/** A pair for each 32 features: a bit for each that is kept, and how many are before them. */
export const KEPT: usize = 7 * PAGE
/** Sixteen bytes for each feature that is kept. */
export const WEIGHTS: usize = 23 * PAGE
