/** The tables of hourly counts as Kysely sees them. */

import type { Label } from '@fangxing/contract'
import type { CheckDraft, CheckedKind } from '../checks/checks.types.ts'

export interface StatisticsTables {
  check_tallies: {
    hour: number
    appid: string
    kind: CheckedKind
    suggest: CheckDraft['suggest']
    label: Label
    count: number
  }
  clause_tallies: { hour: number; clause: string; count: number }
}
