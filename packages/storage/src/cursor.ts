/**
 * Pages by key: a cursor names the last row that was seen, so rows that come in shift nothing.
 *
 * Opaque to callers; REQUEST_MALFORMED when it is not one of ours.
 */

import { AppError } from '@fangxing/contract'
import type { Page, PageRequest } from './page.types.ts'

const DEFAULT_LIMIT = 50
const MAX_LIMIT = 200

/** The rows below `before` come next; one more than `limit` is read, to know whether more follow. */
export interface Window {
  readonly before: number
  readonly limit: number
}

export function windowOf(request: PageRequest): Window {
  const { cursor } = request
  const before = cursor === undefined ? Number.MAX_SAFE_INTEGER : parseCursor(cursor)
  return { before, limit: limitOf(request) }
}

export function limitOf({ limit = DEFAULT_LIMIT }: PageRequest): number {
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT) {
    throw new AppError('REQUEST_MALFORMED', { field: 'limit', min: 1, max: MAX_LIMIT })
  }
  return limit
}

/** The same for a list that goes upwards: the rows above it come next. */
export function windowAfter({ cursor }: PageRequest): number {
  return cursor === undefined ? 0 : parseCursor(cursor)
}

/** `rows` in the order of the page, `limit + 1` of them when more follow. */
export function pageOf<Row extends { readonly n: number }, Item>(
  rows: readonly Row[],
  limit: number,
  toItem: (row: Row) => Item,
): Page<Item> {
  return pageBy(rows, limit, toItem, ({ n }) => toCursor(n))
}

/** The same for lists whose key is not `n` alone. */
export function pageBy<Row, Item>(
  rows: readonly Row[],
  limit: number,
  toItem: (row: Row) => Item,
  toKey: (row: Row) => string,
): Page<Item> {
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return { items: shown.map(toItem), nextCursor: last ? toKey(last) : null }
}

function toCursor(n: number): string {
  return Buffer.from(`n${n}`).toString('base64url')
}

function parseCursor(cursor: string): number {
  const [, digits] = /^n(\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? []
  if (digits === undefined) throw new AppError('REQUEST_MALFORMED', { field: 'cursor' })
  return Number(digits)
}
