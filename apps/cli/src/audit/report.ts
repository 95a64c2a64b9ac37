/** What an audit found, before it is put into any form. */

import type { ClauseRow, MaterialAssessment } from '@fangxing/assessment'
import type { Outcome, Wording } from '@fangxing/contract'
import type { ObservedMaterial } from '@fangxing/server'

export interface AuditReport {
  readonly name: string
  readonly observed: ObservedMaterial
  readonly assessment: MaterialAssessment
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

export function groupRows(rows: readonly ClauseRow[]): ReadonlyMap<RowGroup, readonly ClauseRow[]> {
  return Map.groupBy(rows, ({ outcome }) => GROUP_OF[outcome.kind])
}
