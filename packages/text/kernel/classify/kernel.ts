/**
 * Reads the features of a text and adds up the weights of those that are kept: what classifying mostly is.
 *
 * AssemblyScript; `src/classify/hosted-sums.ts` runs it, and `src/classify/plain-sums.ts` says the same
 * in plain TypeScript. Nothing is checked here: whoever calls sees to it that a text fits.
 */

import { findRows } from './find-rows.ts'
import { hashUnits } from './hash-units.ts'
import { FEATURES, KEPT, READINGS, SOUNDS, SOURCE, SUMS, UNITS, WEIGHTS } from './layout.ts'
import { listFeatures } from './list-features.ts'
import { readUnits } from './read-units.ts'
import { sumRows } from './sum-rows.ts'

// By name: this compiler looks for "./layout.ts.ts" when it is asked to export from a file.
export { FEATURES, KEPT, READINGS, readUnits, SOUNDS, SOURCE, SUMS, UNITS, WEIGHTS }

/** Of so many units; returns how many features they have. */
export function sumFeatures(units: u32): u32 {
  hashUnits(units)
  const count = listFeatures(units)
  sumRows(findRows(count))
  return count
}
