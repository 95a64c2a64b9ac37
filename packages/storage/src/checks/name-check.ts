/**
 * The name of a check, in the form of WeChat's `trace_id`: three groups of 8 hexadecimal digits,
 * the first the Unix second, the others random.
 *
 * 64 random bits within one second: nobody guesses one, and a billion checks in the same second
 * would meet once in forty times.
 */

import { randomFillSync } from 'node:crypto'

const BYTES = 8
/** Random bytes for this many names are fetched at once: fetching costs more than naming. */
const NAMES = 512

const pool = Buffer.alloc(BYTES * NAMES)
let used = pool.length

export function nameCheck(at: number): string {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const random = pool.toString('hex', used, used + BYTES)
  used += BYTES
  const second = (Math.floor(at / 1000) >>> 0).toString(16).padStart(8, '0')
  return `${second}-${random.slice(0, 8)}-${random.slice(8)}`
}
