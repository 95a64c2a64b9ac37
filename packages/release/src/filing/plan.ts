/**
 * What filing will ask of a version before anybody submits it: so that nobody waits twice.
 *
 * Takes what the code implies and what the developer declares; says which categories must be added,
 * which of all these file, which licences will be asked for, and from when a launch is promised.
 * Adding every missing category now puts them into one filing; later, each would file by itself.
 */

import type { Category, Subject } from '@fangxing/contract'
import { filingDue } from './clock.ts'
import type { FilingNeed } from './need.ts'
import { filingNeed } from './need.ts'
import type { FilingProfile } from './profile.ts'
import { holderOf, isSameCategory, rowsOf } from './profile.ts'

/** What the code was seen to need: any one of these categories answers it. */
export interface CategoryDemand {
  readonly anyOf: readonly Category[]
}

/** A demand that no declared category answers. */
export interface MissingCategory extends CategoryDemand {
  /** The one to add: the first that the subject may hold, or null when it may hold none. */
  readonly add: Category | null
  readonly files: boolean
}

export interface LicenceDemand {
  readonly category: Category
  /** Any one of these qualifies. */
  readonly anyOf: readonly string[]
}

export interface FilingPlan extends FilingNeed {
  readonly edition: string
  /** Declared categories and those to add: what the version should be submitted with. */
  readonly categories: readonly Category[]
  /** Content without its category is rejected, and each category added later files by itself. */
  readonly addNow: readonly MissingCategory[]
  readonly licences: readonly LicenceDemand[]
  /**
   * From when a launch can be counted on, were the code review passed now. The authority may answer
   * sooner. Null when nothing is promised, or when a needed category is closed to the subject.
   */
  readonly launchPromisedAt: number | null
}

export function filingPlan(
  implied: readonly CategoryDemand[],
  declared: readonly Category[],
  ledger: readonly Category[],
  subject: Subject,
  profile: FilingProfile,
  now: number,
): FilingPlan {
  const addNow = missingFrom(implied, declared, ledger, subject, profile)
  const added = addNow.flatMap(({ add }) => (add === null ? [] : [add]))
  const categories = withoutRepeats([...declared, ...added])
  const need = filingNeed(categories, ledger, subject, profile)
  const isClosed = need.closedToSubject.length > 0 || addNow.some(({ add }) => add === null)

  return {
    ...need,
    edition: profile.edition,
    categories,
    addNow,
    licences: categories.flatMap((category) => licencesOf(category, profile)),
    launchPromisedAt: isClosed ? null : promisedAt(need, profile, now),
  }
}

function missingFrom(
  implied: readonly CategoryDemand[],
  declared: readonly Category[],
  ledger: readonly Category[],
  subject: Subject,
  profile: FilingProfile,
): readonly MissingCategory[] {
  const missing: MissingCategory[] = []
  const isAnswered = ({ anyOf }: CategoryDemand) =>
    anyOf.some((category) =>
      [...declared, ...missing.flatMap(({ add }) => add ?? [])].some((held) =>
        means(held, category, profile),
      ),
    )

  for (const demand of implied) {
    if (demand.anyOf.length === 0 || isAnswered(demand)) continue
    const add = demand.anyOf.find((category) => isOpenTo(category, subject, profile)) ?? null
    const files = add !== null && filingNeed([add], ledger, subject, profile).files.length > 0
    missing.push({ ...demand, add, files })
  }
  return missing
}

/** Whether holding one category answers a demand for another: the same, or a former name of it. */
function means(held: Category, demanded: Category, profile: FilingProfile): boolean {
  return (
    isSameCategory(held, demanded) ||
    rowsOf(profile, held).some((row) => isSameCategory(row, demanded))
  )
}

function isOpenTo(category: Category, subject: Subject, profile: FilingProfile): boolean {
  const rows = rowsOf(profile, category)
  return rows.length === 0 || rows.some(({ openTo }) => openTo.includes(holderOf(subject)))
}

function licencesOf(category: Category, profile: FilingProfile): readonly LicenceDemand[] {
  const anyOf = [...new Set(rowsOf(profile, category).flatMap(({ licences }) => licences))]
  return anyOf.length === 0 ? [] : [{ category, anyOf }]
}

function promisedAt(need: FilingNeed, profile: FilingProfile, now: number): number | null {
  if (need.files.length === 0) return now
  return need.promised ? filingDue(now, profile.clock) : null
}

function withoutRepeats(categories: readonly Category[]): readonly Category[] {
  return categories.filter(
    (category, index) => categories.findIndex((other) => isSameCategory(other, category)) === index,
  )
}
