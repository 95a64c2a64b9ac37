/** Terms that hold the wanted letters in their text or note, whatever their case. */

import type { TermEntry } from '../api/types.ts'

export function findTerms(terms: readonly TermEntry[], wanted: string): readonly TermEntry[] {
  const letters = wanted.trim().toLowerCase()
  if (letters === '') return terms
  return terms.filter(({ text, note }) => `${text}\n${note ?? ''}`.toLowerCase().includes(letters))
}
