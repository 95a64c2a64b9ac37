/** The tables of terms and of the editions they make. */

import type { Label, TermLevel } from '@fangxing/contract'
import type { GeneratedAlways } from 'kysely'
import type { Json } from '../stored-text.ts'
import type { StoredTerm } from './lexicon.types.ts'

type Texts = Json<readonly string[]> | null

export interface LexiconTables {
  terms: {
    n: GeneratedAlways<number>
    id: string
    text: string
    label: Label
    level: TermLevel
    conversions: Texts
    scenes: Json<readonly number[]> | null
    note: string | null
    created_by: string
    created_at: number
    valid_from: number | null
    valid_until: number | null
    tags: Texts
    excepted: Texts
    near: Texts
    not_near: Texts
  }
  lexicon_editions: {
    number: number
    parent: number
    at: number
    by_name: string
    note: string | null
    restores: number | null
    added: Json<readonly StoredTerm[]>
    removed: Json<readonly StoredTerm[]>
    hidden: Json<readonly string[]>
    shown: Json<readonly string[]>
  }
}
