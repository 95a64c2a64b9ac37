/**
 * Which categories a rejected submission must add: one for each kind of content that was seen
 * without its category.
 *
 * Only what a rule is certain of; what a person still has to look at is left to that person. Where
 * the subject may hold none of the categories there is nothing to add, and the rule's own fix says so.
 */

import type { Category, Judgement } from '@fangxing/contract'
import { demandsOf } from '@fangxing/policy'
import { type FilingProfile, filingPlan, type Submission } from '@fangxing/release'

export function missingCategories(
  judgements: readonly Judgement[],
  { categories, subject, submittedAt }: Submission,
  profile: FilingProfile,
): readonly Category[] {
  const certain = demandsOf(judgements).filter(({ isCertain }) => isCertain)
  const { addNow } = filingPlan(certain, categories, [], subject, profile, submittedAt)
  return addNow.flatMap(({ add }) => add ?? [])
}
