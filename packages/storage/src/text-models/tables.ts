/** The table of text models as Kysely sees it. */

import type { GeneratedAlways } from 'kysely'

export interface TextModelTables {
  text_models: {
    number: GeneratedAlways<number>
    at: number
    by: string
    note: string | null
    restores: number | null
    adjustment: string | null
  }
}
