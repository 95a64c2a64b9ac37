/** What an audit found, before it is put into any form. */

import type { MaterialAssessment, WeighedRow } from '@fangxing/assessment'
import type { Finding, MaterialFacts, Outcome, Verdict, Wording } from '@fangxing/contract'

/** As it is kept: read by people, by programs and by the next audit. */
export interface MaterialReport {
  readonly name: string
  readonly verdict: Verdict
  readonly edition: string
  readonly profile: string
  /** What would have to be there to see more. */
  readonly notes: readonly Wording[]
  /** Every clause of the book, in its order. */
  readonly rows: readonly WeighedRow[]
  readonly judgements: MaterialAssessment['judgements']
  /** What the author handed in, with the text that places count in. */
  readonly material: Pick<MaterialFacts, 'kind' | 'title' | 'publishedAt' | 'auditedAt'> & {
    readonly body: string
  }
}

export type RowGroup = 'blocks' | 'person' | 'passes' | 'inapplicable'

/** In the order in which they are told. */
export const ROW_GROUPS: readonly { readonly group: RowGroup; readonly words: Wording }[] = [
  { group: 'blocks', words: { zh: '不符合', en: 'breaks the book' } },
  { group: 'person', words: { zh: '需要人判断', en: 'needs a person' } },
  { group: 'passes', words: { zh: '符合', en: 'passes' } },
  { group: 'inapplicable', words: { zh: '不适用', en: 'does not apply' } },
]

const GROUP_OF: Readonly<Record<Outcome['kind'], RowGroup>> = {
  violation: 'blocks',
  undetermined: 'person',
  pass: 'passes',
  inapplicable: 'inapplicable',
}

export function groupRows<Row extends { readonly outcome: Outcome }>(
  rows: readonly Row[],
): ReadonlyMap<RowGroup, readonly Row[]> {
  return Map.groupBy(rows, ({ outcome }) => GROUP_OF[outcome.kind])
}

/** What an outcome points at. */
export function findingsOf(outcome: Outcome): readonly Finding[] {
  if (outcome.kind === 'violation') return outcome.findings
  return outcome.kind === 'undetermined' ? (outcome.evidence ?? []) : []
}
