/** The tables of retro-scans as Kysely sees them. */

import type { GeneratedAlways } from 'kysely'
import type { Json } from '../stored-text.ts'
import type { RetroOutcome } from './retro.types.ts'

export interface RetroTables {
  retro_scans: {
    n: GeneratedAlways<number>
    id: string
    shadow: boolean
    started_by: string
    started_at: number
    finished_at: number | null
  }
  retro_scan_results: {
    scan_id: string
    release_id: string
    n: number
    result: Json<RetroOutcome> | null
  }
}
