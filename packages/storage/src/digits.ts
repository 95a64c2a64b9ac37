/**
 * Writes numbers that never come again.
 *
 * V8 keeps the text of every number it turns into one for a while, in case it comes again. Those of a
 * server that writes some new ones for each request live just long enough to be moved among the old
 * objects, and collecting those stops everything (docs/decisions/0261).
 */

const THOUSAND = 1000
const LAST_THREE = Array.from({ length: THOUSAND }, (_, nth) => `${nth}`.padStart(3, '0'))

/** Of a safe integer from 0 on; the same as `String` says of it. */
export function digitsOf(count: number): string {
  return count < THOUSAND
    ? `${count}`
    : `${Math.floor(count / THOUSAND)}${LAST_THREE[count % THOUSAND]}`
}
