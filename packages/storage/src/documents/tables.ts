/** The tables of documents as Kysely sees them. */

import type { GeneratedAlways } from 'kysely'

export interface DocumentTables {
  documents: {
    n: GeneratedAlways<number>
    corpus: string
    name: string
    appid: string | null
    published_at: number | null
    added_at: number
    entries: Uint8Array
    bands: number[]
    passages: number[]
  }
  document_texts: { n: number; content: string }
}
