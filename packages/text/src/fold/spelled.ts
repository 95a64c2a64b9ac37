/**
 * Reads words that are spelled out by separators: `加，微，信`, `c a s i n o`, one character a line.
 *
 * At least three single units must stand apart in a row; two are what ordinary sentences have.
 */

import type { Row } from '../row.ts'
import { isSeparator } from './fold-table.ts'

/** Three units apart have two separators between them. */
const LEAST_SEPARATORS = 2

/** The row without the separators of spelled-out stretches, or undefined when there are none. */
export function joinSpelled(row: Row): Row | undefined {
  const dropped = separatorsToDrop(row)
  if (dropped.size === 0) return undefined
  const length = row.length - dropped.size
  const units = new Uint16Array(length)
  const starts = new Uint32Array(length)
  let count = 0
  for (let at = 0; at < row.length; at += 1) {
    if (dropped.has(at)) continue
    units[count] = row.units[at] as number
    starts[count] = row.starts[at] as number
    count += 1
  }
  return { text: row.text, units, starts, lasts: starts, length }
}

function separatorsToDrop(row: Row): Set<number> {
  const dropped = new Set<number>()
  const isGap = (at: number) => at > 0 && at < row.length && isSeparator(row.units[at] as number)
  for (let at = 1; at < row.length; at += 1) {
    if (!isGap(at) || isGap(at - 1)) continue
    let last = at
    while (isGap(last + 2) && !isGap(last + 1)) last += 2
    if ((last - at) / 2 + 1 >= LEAST_SEPARATORS) {
      for (let gap = at; gap <= last; gap += 2) dropped.add(gap)
    }
    at = last
  }
  return dropped
}
