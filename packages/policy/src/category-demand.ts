/**
 * What the content of a program demands of its categories, as the rules found it.
 *
 * Takes judgements; returns one demand for each violation that a category would answer, in the order
 * of the judgements. Other violations, and outcomes that could not be told, demand nothing.
 */

import type { Category, FilePlace, Judgement } from '@fangxing/contract'
import { categories, describeCategory } from '../books/wechat-categories.ts'
import { rules } from '../rules/index.ts'

export interface CategoryDemand {
  readonly ruleId: string
  /** Declaring any one of them answers the demand. */
  readonly anyOf: readonly Category[]
  /** False when a person decides whether the content is what it seems. */
  readonly isCertain: boolean
  /** The files in which it was seen. */
  readonly places: readonly FilePlace[]
}

export function demandsOf(judgements: readonly Judgement[]): readonly CategoryDemand[] {
  return judgements.flatMap(({ ruleId, severity, outcome }) => {
    const anyOf = categoriesAnswering(ruleId)
    if (anyOf.length === 0 || outcome.kind !== 'violation') return []
    const places = outcome.findings.flatMap(({ place }) => (place.kind === 'file' ? [place] : []))
    return [{ ruleId, anyOf, isCertain: severity === 'block', places }]
  })
}

/** The categories that answer a violation of this rule; empty when no category would. */
export function categoriesAnswering(ruleId: string): readonly Category[] {
  const names = rules.find(({ id }) => id === ruleId)?.answeredBy ?? []
  return names.flatMap((name) => {
    const row = categories.rows.find((known) => describeCategory(known) === name)
    return row === undefined ? [] : [{ first: row.first, second: row.second }]
  })
}
