/** The table of acts as Kysely sees it. */

import type { Json } from '../stored-text.ts'

export interface ActTables {
  acts: {
    n: number
    at: number
    user_id: string
    user_name: string
    route: string
    path: string
    sent: Json<unknown> | null
    sent_sha256: string
    request_id: string
    previous_hash: string
    hash: string
  }
}
