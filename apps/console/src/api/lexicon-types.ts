/** What the native API answers about lists of terms: editions, what they changed, imports. */

import type { Label, TermLevel, Wording } from '@fangxing/contract'
import type { TermEntry } from './types.ts'

export interface EditionSummary {
  readonly number: number
  readonly at: number
  readonly by: string
  readonly note: string | null
  readonly restores: number | null
  readonly added: number
  readonly removed: number
  readonly changed: number
}

export interface EditionDetails extends Omit<EditionSummary, 'added' | 'removed' | 'changed'> {
  readonly added: readonly TermEntry[]
  readonly removed: readonly TermEntry[]
  readonly changed: readonly {
    readonly before: TermEntry
    readonly after: TermEntry
    readonly fields: readonly string[]
  }[]
  readonly hidden: readonly string[]
  readonly shown: readonly string[]
}

export interface ListDraft {
  readonly source: string
  readonly label: Label
  readonly level: TermLevel
  readonly preview: boolean
  readonly note?: string
}

export interface ListImported {
  readonly edition: number | null
  readonly imported: number
  readonly known: number
  readonly hints: number
  readonly refused: readonly { readonly line: number; readonly because: Wording }[]
  readonly ordinary: { readonly origin: 'operator' | 'builtIn'; readonly count: number }
  readonly rates: readonly {
    readonly text: string
    readonly level: TermLevel
    readonly hits: number
    readonly rate: number
    readonly example?: string
  }[]
}
