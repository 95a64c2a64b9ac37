/** What is different between two audits of one material. */

import type { ClauseChange } from '@fangxing/assessment'
import type { KeptAudit } from './audit-line.ts'

/** Of one material; `null` where one of the two has no audit of it. */
export interface MaterialChange {
  readonly name: string
  readonly before: KeptAudit | null
  readonly after: KeptAudit | null
  readonly changes: readonly ClauseChange[]
}
