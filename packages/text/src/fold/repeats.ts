/**
 * Reads stretched words: `加加加微微信` as `加微信`.
 *
 * Every run of one unit becomes a single unit, so only words without doubled units can be found in
 * the result; the others are found as written.
 */

import type { Row } from '../row.ts'

/** The row with runs collapsed, or undefined when there are none. */
export function collapseRepeats(row: Row): Row | undefined {
  let runs = 0
  for (let at = 1; at < row.length; at += 1) {
    if (row.units[at] === row.units[at - 1]) runs += 1
  }
  if (runs === 0) return undefined
  const length = row.length - runs
  const units = new Uint16Array(length)
  const starts = new Uint32Array(length)
  const lasts = new Uint32Array(length)
  let count = 0
  for (let at = 0; at < row.length; at += 1) {
    if (at > 0 && row.units[at] === row.units[at - 1]) {
      lasts[count - 1] = row.starts[at] as number
      continue
    }
    units[count] = row.units[at] as number
    starts[count] = row.starts[at] as number
    lasts[count] = row.lasts[at] as number
    count += 1
  }
  return { text: row.text, units, starts, lasts, length }
}
