/** The table of contact codes as Kysely sees it. */

import type { Party } from '@fangxing/release'
import type { Generated, GeneratedAlways } from 'kysely'

export interface ContactTables {
  contact_codes: {
    n: GeneratedAlways<number>
    release_id: string
    caller: Party
    caller_id: string
    caller_name: string
    code: string
    issued_at: number
    expires_at: number
    guesses: Generated<number>
    used_at: number | null
  }
}
