/** Names one request in logs and answers: three groups of eight hexadecimal digits, as WeChat's `rid`. */

import { randomFillSync } from 'node:crypto'

const BYTES = 12
/** Random bytes for this many names are fetched at once: fetching costs more than naming. */
const NAMES = 512

const random = Buffer.alloc(BYTES * NAMES)
let used = random.length

export function makeRequestId(): string {
  if (used === random.length) {
    randomFillSync(random)
    used = 0
  }
  const hex = random.toString('hex', used, used + BYTES)
  used += BYTES
  return `${hex.slice(0, 8)}-${hex.slice(8, 16)}-${hex.slice(16)}`
}
