/**
 * One label for all that was found, in WeChat's numbers.
 *
 * The worst listed word gives it, then what rules and models said, in the order given. A hint never
 * decides, so it never gives the label.
 */

import type { Label, TermHit, TermLevel, Verdict } from '@fangxing/contract'

const NORMAL: Label = 100
const OTHER: Label = 21000

/** Worst first. */
const LEVELS: readonly TermLevel[] = ['block', 'review']

export interface LabelSources {
  readonly hits: readonly TermHit[]
  /** Of other findings; 100 says nothing. */
  readonly labels?: readonly Label[]
}

export function toLabel(verdict: Verdict, { hits, labels = [] }: LabelSources): Label {
  if (verdict === 'pass') return NORMAL
  const worst = LEVELS.map((level) => mostCertain(hits, level)).find((hit) => hit !== undefined)
  return worst?.label ?? labels.find((label) => label !== NORMAL) ?? OTHER
}

/** The first of those with the highest confidence. */
function mostCertain(hits: readonly TermHit[], level: TermLevel): TermHit | undefined {
  return hits
    .filter((hit) => hit.level === level)
    .toSorted((one, other) => other.confidence - one.confidence)[0]
}
