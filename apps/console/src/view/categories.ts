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
  /** Not open to this kind of subject. */
  readonly closed: readonly Category[]
  /** One of them asks how user content is checked. */
  readonly needsUgcDeclaration: boolean
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
  const needing = chosen.filter((category) => entries.get(keyOf(category))?.filed)
  const ownTable = tableOf(subject)
  const isClosed = (category: Category) =>
    entries.get(keyOf(category))?.openTo.includes(ownTable) === false
  return {
    toFile: needing.filter((category) => !filed.has(keyOf(category))),
    filedBefore: needing.filter((category) => filed.has(keyOf(category))),
    closed: chosen.filter(isClosed),
    needsUgcDeclaration: chosen.some((category) => entries.get(keyOf(category))?.ugcDeclared),
    isPromised: !subject.overseas || subject.kind === 'enterprise',
  }
}

function tableOf({ kind, overseas }: Subject): CategoryEntry['openTo'][number] {
  if (overseas) return 'overseas'
  return kind === 'individual' ? 'individual' : 'organisation'
}
