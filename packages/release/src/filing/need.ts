/**
 * Which categories of a version must be filed, and which need not be any more.
 *
 * A category is filed when the profile says so and it has not completed filing for this app. Only
 * what is in the ledger has completed: a pre-launch is a permission, not an answer. O(declared × rows).
 *
 * Source: the filing note, R1 and R2; docs/decisions/0013.
 */

import type { Category, Subject } from '@fangxing/contract'
import type { FilingProfile } from './profile.ts'
import { holderOf, isPromised, isSameCategory, rowsOf } from './profile.ts'

export interface FilingNeed {
  /** Must be filed now, all in one filing. Empty: the version does not file. */
  readonly files: readonly Category[]
  /** Filing categories that completed filing before, for this app. */
  readonly filedBefore: readonly Category[]
  /** Categories that this kind of subject may not hold at all. */
  readonly closedToSubject: readonly Category[]
  /** Categories that the profile does not know: a person must look. They are not filed. */
  readonly unknown: readonly Category[]
  /** Whether seven days and pre-launch are promised to the subject. */
  readonly promised: boolean
}

export function filingNeed(
  categories: readonly Category[],
  ledger: readonly Category[],
  subject: Subject,
  profile: FilingProfile,
): FilingNeed {
  const once = categories.filter(
    (category, index) => categories.findIndex((other) => isSameCategory(other, category)) === index,
  )
  const filing = once.filter((category) => rowsOf(profile, category).some(({ filed }) => filed))
  const holder = holderOf(subject)

  return {
    files: filing.filter((category) => !hasCompleted(category, ledger, profile)),
    filedBefore: filing.filter((category) => hasCompleted(category, ledger, profile)),
    closedToSubject: once.filter((category) => {
      const rows = rowsOf(profile, category)
      return rows.length > 0 && !rows.some(({ openTo }) => openTo.includes(holder))
    }),
    unknown: once.filter((category) => rowsOf(profile, category).length === 0),
    promised: isPromised(subject),
  }
}

/** Completed under this name, or under a former name that covered all that this one means. */
function hasCompleted(
  category: Category,
  ledger: readonly Category[],
  profile: FilingProfile,
): boolean {
  const completed = ledger.flatMap((entry) => [entry, ...rowsOf(profile, entry)])
  const meant = rowsOf(profile, category).filter(({ filed }) => filed)
  return meant.every((row) => completed.some((entry) => isSameCategory(entry, row)))
}
