/**
 * Names the last record that was seen by its time and number, so that records that come in shift
 * nothing. Opaque to callers; REQUEST_MALFORMED when it is not one of ours.
 */

import { AppError } from '@fangxing/contract'

export interface CheckKey {
  readonly at: number
  readonly n: number
}

/** Checks in blocks are numbered behind all rows; a row's number stays below 2^40. */
const FIRST_IN_BLOCKS = 2 ** 40
const MOST_IN_BLOCK = 1024

export function toBlockNumber(block: number, nth: number): number {
  return FIRST_IN_BLOCKS + block * MOST_IN_BLOCK + nth
}

/** True for what a list, newest first, shows later. */
export function isBefore(one: CheckKey, other: CheckKey): boolean {
  return one.at < other.at || (one.at === other.at && one.n < other.n)
}

/** Everything comes before it. */
export const LAST: CheckKey = { at: Number.MAX_SAFE_INTEGER, n: Number.MAX_SAFE_INTEGER }

export function toCheckCursor({ at, n }: CheckKey): string {
  return Buffer.from(`c${at}.${n}`).toString('base64url')
}

export function fromCheckCursor(cursor: string): CheckKey {
  const text = Buffer.from(cursor, 'base64url').toString('utf8')
  const [, at, n] = /^c(\d{1,16})\.(\d{1,16})$/.exec(text) ?? []
  if (at === undefined || n === undefined) {
    throw new AppError('REQUEST_MALFORMED', { field: 'cursor' })
  }
  return { at: Number(at), n: Number(n) }
}
