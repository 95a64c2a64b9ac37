/** The table of media checks as Kysely sees it. */

import type { GeneratedAlways } from 'kysely'
import type { Trouble } from '../outbox/outbox.types.ts'
import type { Json } from '../stored-text.ts'
import type { MediaCheckKind } from './media-checks.types.ts'

export interface MediaCheckTables {
  media_checks: {
    n: GeneratedAlways<number>
    id: string
    appid: string
    writer: string | null
    scene: number
    shape: number
    kind: MediaCheckKind
    /** Null once it is forgotten. */
    url: string | null
    url_until: number | null
    has_extension: boolean
    created_at: number
    due_at: number
    attempts: number
    begun_at: number | null
    answer: Json<unknown> | null
    trouble: Json<Trouble> | null
    settled_at: number | null
  }
}
