/** The table of filing profiles as Kysely sees it. */

import type { FilingProfile } from '@fangxing/release'
import type { GeneratedAlways } from 'kysely'
import type { Json } from '../stored-text.ts'

export interface ProfileTables {
  filing_profiles: {
    n: GeneratedAlways<number>
    edition: string
    from_at: number
    profile: Json<FilingProfile>
    saved_by: string
    saved_at: number
  }
}
