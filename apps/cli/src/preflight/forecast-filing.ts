/**
 * What filing will ask of a version: from what the code demands, what is declared, and what was filed
 * before.
 *
 * The same plan as the server makes, with the shipped table. Offline nobody knows the ledger, so it is
 * what the person names; the launch is counted as if the code review passed on the day given.
 */

import type { Category, Judgement, SubmissionFacts } from '@fangxing/contract'
import { categories, demandsOf } from '@fangxing/policy'
import { DEFAULT_CLOCK, type FilingPlan, filingPlan } from '@fangxing/release'

export interface FilingForecast extends FilingPlan {
  /** One of each of these may be asked for, too: a person decides. */
  readonly perhaps: readonly (readonly Category[])[]
}

export interface Known {
  /** Categories that completed filing before. */
  readonly filed: readonly Category[]
  /** When the code review passes, milliseconds. */
  readonly reviewedAt: number
}

/** Nothing when neither the code nor the person names a category. */
export function forecastFiling(
  { categories: declared, subject }: SubmissionFacts,
  judgements: readonly Judgement[],
  { filed, reviewedAt }: Known,
): FilingForecast | null {
  const demands = demandsOf(judgements)
  if (declared.length === 0 && demands.length === 0) return null
  const profile = {
    edition: categories.edition,
    categories: categories.rows,
    clock: DEFAULT_CLOCK,
  }
  const certain = demands.filter(({ isCertain }) => isCertain)
  const plan = filingPlan(certain, declared, filed, subject, profile, reviewedAt)
  const perhaps = demands
    .filter(({ isCertain }) => !isCertain)
    .map(({ anyOf }) => anyOf)
    .filter((anyOf) => !anyOf.some((one) => plan.categories.some((held) => isSame(held, one))))
  return { ...plan, perhaps }
}

function isSame(one: Category, other: Category): boolean {
  return one.first === other.first && one.second === other.second
}
