/**
 * Whether the declared categories will be filed, by the shipped table and an empty ledger.
 *
 * Offline nobody knows what the app has filed before, so this is the answer for a first version.
 */

import type { SubmissionFacts } from '@fangxing/contract'
import { categories } from '@fangxing/policy'
import { DEFAULT_CLOCK, type FilingNeed, filingNeed } from '@fangxing/release'

export function forecastFiling({
  categories: declared,
  subject,
}: SubmissionFacts): FilingNeed | null {
  if (declared.length === 0) return null
  const profile = {
    edition: categories.edition,
    categories: categories.rows,
    clock: DEFAULT_CLOCK,
  }
  return filingNeed(declared, [], subject, profile)
}
