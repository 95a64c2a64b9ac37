/** Names one request in logs and answers: three groups of eight hexadecimal digits, as WeChat's `rid`. */

import { randomBytes } from 'node:crypto'

export function makeRequestId(): string {
  const hex = randomBytes(12).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 16)}-${hex.slice(16)}`
}
