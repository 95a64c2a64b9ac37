/**
 * Where each registered category of an app stands with the authority: filed, still to be filed at the
 * next submission, or never filed by anybody. Filed ones that are registered no more are kept, last.
 */

import type { Category } from '@fangxing/contract'
import type { CategoryEntry, LedgerEntry } from '../api/types.ts'
import { keyOf } from './categories.ts'

export type LedgerStatus = 'filed' | 'toFile' | 'notNeeded'

export interface LedgerRow {
  readonly category: Category
  readonly status: LedgerStatus
  /** Of a filed one. */
  readonly entry: LedgerEntry | null
}

export function ledgerOf(
  registered: readonly Category[],
  entries: readonly LedgerEntry[],
  table: readonly CategoryEntry[],
): readonly LedgerRow[] {
  const filed = new Map(entries.map((entry) => [keyOf(entry.category), entry]))
  const asked = new Set(table.filter((one) => one.filed).map(keyOf))
  const known = new Set(registered.map(keyOf))
  const rows = registered.map((category) => {
    const entry = filed.get(keyOf(category)) ?? null
    return { category, status: statusOf(entry, asked.has(keyOf(category))), entry }
  })
  const former = entries.filter(({ category }) => !known.has(keyOf(category)))
  return [
    ...rows.toSorted((one, other) => ORDER[one.status] - ORDER[other.status]),
    ...former.map((entry) => ({ category: entry.category, status: 'filed' as const, entry })),
  ]
}

/** What is still to be done comes first. */
const ORDER: Readonly<Record<LedgerStatus, number>> = { toFile: 0, filed: 1, notNeeded: 2 }

function statusOf(entry: LedgerEntry | null, isAsked: boolean): LedgerStatus {
  if (entry !== null) return 'filed'
  return isAsked ? 'toFile' : 'notNeeded'
}
