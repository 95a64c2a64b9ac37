/**
 * The dated data by which a version is filed or not: an operator's to edit, a value to us.
 *
 * The shipped table is the policy package's; its rows fit `ProfileCategory` as they are. Names are
 * the key, numbers change. A former name may stand for several categories of today.
 */

import type { Category, Subject } from '@fangxing/contract'
import type { ClockPolicy } from './clock.ts'

/** The tables that the platform publishes: who may hold a category. */
export type Holder = 'organisation' | 'individual' | 'overseas'

export interface ProfileCategory extends Category {
  /** The first version with this category is filed with the regional authority. */
  readonly filed: boolean
  readonly openTo: readonly Holder[]
  /** Any one of them qualifies. */
  readonly licences: readonly string[]
  /** Second-level names that meant this category in older texts. */
  readonly formerNames: readonly string[]
}

export interface FilingProfile {
  readonly edition: string
  readonly categories: readonly ProfileCategory[]
  readonly clock: ClockPolicy
}

/** Rows of a category by its name of today, or else by a former one; empty when there is none. */
export function rowsOf(profile: FilingProfile, category: Category): readonly ProfileCategory[] {
  const inFirst = profile.categories.filter(({ first }) => first === category.first)
  const exact = inFirst.filter(({ second }) => second === category.second)
  if (exact.length > 0) return exact
  return inFirst.filter(({ formerNames }) => formerNames.includes(category.second))
}

/** Which of the platform's tables the subject reads. */
export function holderOf(subject: Subject): Holder {
  if (subject.overseas) return 'overseas'
  return subject.kind === 'individual' ? 'individual' : 'organisation'
}

/**
 * Whether the seven days and pre-launch are promised to this subject.
 *
 * Source: the filing note excludes overseas subjects that are not enterprises from both (R4, R7).
 */
export function isPromised(subject: Subject): boolean {
  return !subject.overseas || subject.kind === 'enterprise'
}

export function isSameCategory(one: Category, other: Category): boolean {
  return one.first === other.first && one.second === other.second
}

/** `社交-笔记`: how people and rejection letters write a category. */
export function nameOfCategory({ first, second }: Category): string {
  return `${first}-${second}`
}
