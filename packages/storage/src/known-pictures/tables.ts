/** The table of known pictures as Kysely sees it. */

import type { GeneratedAlways } from 'kysely'

export interface KnownPictureTables {
  known_pictures: {
    n: GeneratedAlways<number>
    bits: string
    bank: string
    label: string
    kind: 'allow' | 'deny'
    added_by: string
    added_at: number
  }
}
