/** Names one request in logs and answers: three groups of eight hexadecimal digits, as WeChat's `rid`. */

import { randomBytes } from 'node:crypto'

/** Of this process: 64 random bits; its requests are counted, from a random number on. */
const OURS = randomBytes(8)
  .toString('hex')
  .replace(/^(.{8})/, '$1-')
let counted = randomBytes(4).readUInt32BE()

export function makeRequestId(): string {
  counted = (counted + 1) >>> 0
  return `${OURS}-${counted.toString(16).padStart(8, '0')}`
}
