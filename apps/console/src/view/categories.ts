/**
 * What follows from a choice of categories, told before the developer submits.
 *
 * A preview for people: the server decides. Categories are compared by both of their names.
 */

import type { Category, Subject } from '@fangxing/contract'
import type { CategoryEntry } from '../api/types.ts'

export function keyOf({ first, second }: Category): string {
  return `${first}/${second}`
}

export function categoryOf(key: string): Category {
  const cut = key.indexOf('/')
  return { first: key.slice(0, cut), second: key.slice(cut + 1) }
}

export interface CategoryConsequences {
  /** Need filing with this submission. */
  readonly toFile: readonly Category[]
  /** Filing categories that this app completed before. */
  readonly filedBefore: readonly Category[]
  /** Closed to individuals, and the subject is one. */
  readonly closed: readonly Category[]
  /** The seven-day promise holds: not so for overseas subjects that are no enterprise. */
  readonly isPromised: boolean
}

export function findConsequences(
  chosen: readonly Category[],
  table: readonly CategoryEntry[],
  ledger: readonly Category[],
  subject: Subject,
): CategoryConsequences {
  const entries = new Map(table.map((entry) => [keyOf(entry), entry]))
  const filed = new Set(ledger.map(keyOf))
  const needing = chosen.filter((category) => entries.get(keyOf(category))?.filing)
  const isClosed = (category: Category) =>
    subject.kind === 'individual' && entries.get(keyOf(category))?.closedToIndividuals === true
  return {
    toFile: needing.filter((category) => !filed.has(keyOf(category))),
    filedBefore: needing.filter((category) => filed.has(keyOf(category))),
    closed: chosen.filter(isClosed),
    isPromised: !subject.overseas || subject.kind === 'enterprise',
  }
}
