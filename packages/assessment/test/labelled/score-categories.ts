/**
 * Implied categories and the filing forecast, held against the labels of one program.
 *
 * A labelled category counts as right when a category of the same first name is implied and its
 * evidence names a labelled place. Evidence in a README is left out: it is no part of a program.
 */

import type { ImpliedCategory } from '@fangxing/policy'
import { isNear, type LabelledProgram } from './labelled-program.ts'
import type { Tally } from './tally.ts'

/** What the labels call a category for which the table has another name. */
const NAMES: Readonly<Record<string, string>> = { 电商: '商家自营', game: '' }

export function scoreFiling(
  implied: readonly ImpliedCategory[],
  { filing }: LabelledProgram,
  tally: Tally,
): readonly string[] {
  if (filing !== 'yes' && filing !== 'no') return []
  const said = implied.some(({ filed }) => filed) ? 'yes' : 'no'
  tally.filings += 1
  if (said === filing) tally.filingsRight += 1
  return said === filing ? [] : [`filing: said ${said}, is ${filing}`]
}

export function scoreCategories(
  implied: readonly ImpliedCategory[],
  { categoryEvidence }: LabelledProgram,
  tally: Tally,
): readonly string[] {
  const inProgram = categoryEvidence.filter(({ file }) => !/(^|\/)README/i.test(file))
  const names = [...new Set(inProgram.map(({ category }) => category))]
  return names.flatMap((name) => {
    const labels = inProgram.filter(({ category }) => category === name)
    const first = NAMES[name] ?? name.split('-')[0] ?? name
    const isRight = implied.some(
      ({ anyOf, evidence }) =>
        (anyOf.length === 0 ? first === '' : anyOf.some((one) => one.startsWith(first))) &&
        evidence.some(({ place }) => labels.some((label) => isNear(label, place))),
    )
    tally.categories += 1
    if (isRight) tally.categoriesRight += 1
    return isRight ? [] : [`category ${name}: not with the labelled evidence`]
  })
}
