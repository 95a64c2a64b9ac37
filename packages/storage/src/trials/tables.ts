/** The tables of check policies and of trials as Kysely sees them. */

import type { Label } from '@fangxing/contract'
import type { GeneratedAlways } from 'kysely'
import type { CheckDraft, CheckedText } from '../checks/checks.types.ts'
import type { Json } from '../stored-text.ts'

type Suggest = CheckDraft['suggest']

export interface TrialTables {
  check_policies: {
    number: GeneratedAlways<number>
    at: number
    by: string
    note: string | null
    restores: number | null
    policy: Json<unknown>
  }
  trials: {
    n: GeneratedAlways<number>
    id: string
    candidate: Json<unknown>
    note: string | null
    started_by: string
    started_at: number
    ended_by: string | null
    ended_at: number | null
    published: boolean
  }
  trial_counts: { trial_id: string; live: Suggest; tried: Suggest; count: number }
  trial_differences: {
    n: GeneratedAlways<number>
    trial_id: string
    check_id: string
    appid: string | null
    scene: number
    at: number
    live: Suggest
    live_label: Label
    tried: Suggest
    tried_label: Label
    texts: Json<readonly CheckedText[]> | null
    texts_until: number | null
  }
}
