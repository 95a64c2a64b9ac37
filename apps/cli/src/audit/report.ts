/** What an audit found, before it is put into any form. */

import type { MaterialAssessment } from '@fangxing/assessment'
import type { ObservedMaterial } from '@fangxing/server'

export { groupRows, ROW_GROUPS, type RowGroup } from '@fangxing/server/material-report'

export interface AuditReport {
  readonly name: string
  readonly observed: ObservedMaterial
  readonly assessment: MaterialAssessment
}
