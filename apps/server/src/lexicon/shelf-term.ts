/** Terms as they are stored and as the engine takes them. */

import type { StoredTerm } from '@fangxing/storage'
import type { Term } from '@fangxing/text'

/** A term with whoever put it in; null for the starter terms. */
export interface ShelfTerm extends Term {
  readonly createdBy: string | null
  readonly createdAt: number | null
}

/** What is null in the storage is absent in the engine. */
export function toShelfTerm(stored: StoredTerm): ShelfTerm {
  const said = Object.entries(stored).filter(([, value]) => value !== null)
  return Object.fromEntries(said) as unknown as ShelfTerm
}
