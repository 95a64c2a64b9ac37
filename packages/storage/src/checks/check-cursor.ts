/**
 * Names the last record that was seen by its time and number, so that records that come in shift
 * nothing. Opaque to callers; REQUEST_MALFORMED when it is not one of ours.
 */

import { AppError } from '@fangxing/contract'

export interface CheckKey {
  readonly at: number
  readonly n: number
}

/** Everything comes before it. */
export const LAST: CheckKey = { at: Number.MAX_SAFE_INTEGER, n: Number.MAX_SAFE_INTEGER }

export function toCheckCursor({ at, n }: CheckKey): string {
  return Buffer.from(`c${at}.${n}`).toString('base64url')
}

export function fromCheckCursor(cursor: string): CheckKey {
  const text = Buffer.from(cursor, 'base64url').toString('utf8')
  const [, at, n] = /^c(\d{1,15})\.(\d{1,15})$/.exec(text) ?? []
  if (at === undefined || n === undefined) {
    throw new AppError('REQUEST_MALFORMED', { field: 'cursor' })
  }
  return { at: Number(at), n: Number(n) }
}
