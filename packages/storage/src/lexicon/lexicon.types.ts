/**
 * The operator's terms, and the editions of the lexicon that they make.
 *
 * Every change of the list is one edition, in the same transaction. An edition says only what it
 * changed; nothing of it is ever altered.
 */

import type { Label, TermLevel } from '@fangxing/contract'
import type { Page, PageRequest } from '../page.types.ts'

export interface StoredTerm {
  readonly id: string
  readonly text: string
  readonly label: Label
  readonly level: TermLevel
  /** Null: every safe one. */
  readonly conversions: readonly string[] | null
  /** Null: every scene. */
  readonly scenes: readonly number[] | null
  readonly validFrom: number | null
  readonly validUntil: number | null
  readonly tags: readonly string[] | null
  readonly except: readonly string[] | null
  readonly near: readonly string[] | null
  readonly notNear: readonly string[] | null
  readonly note: string | null
  readonly createdBy: string
  readonly createdAt: number
}

type Required = 'text' | 'label' | 'level' | 'createdBy'

/** Without an id it is given one. */
export type TermDraft = Pick<StoredTerm, Required> &
  Partial<Omit<StoredTerm, Required | 'createdAt'>>

export interface TermListChange {
  /** Added, or put in the place of the term that has the same id. */
  readonly put: readonly StoredTerm[]
  /** Ids. */
  readonly removed: readonly string[]
  /** Ids of starter terms that shall no longer count. */
  readonly hidden: readonly string[]
  readonly shown: readonly string[]
}

/** Who changes the list, when and why. */
export interface Publication {
  readonly by: string
  readonly at: number
  readonly note: string | null
  /** The earlier edition that this one is equal to. */
  readonly restores?: number | undefined
  /** Publishes only as the next after this one; absent: after whichever is the latest. */
  readonly parent?: number | undefined
}

export interface TermEdition {
  readonly number: number
  readonly parent: number
  readonly at: number
  readonly by: string
  readonly note: string | null
  readonly restores: number | null
  /** A term that was changed is in both, as it is and as it was. */
  readonly added: readonly StoredTerm[]
  readonly removed: readonly StoredTerm[]
  readonly hidden: readonly string[]
  readonly shown: readonly string[]
}

/** An edition without its terms, for lists. `changed` counts in neither of the other two. */
export interface TermEditionSummary
  extends Omit<TermEdition, 'added' | 'removed' | 'hidden' | 'shown'> {
  readonly added: number
  readonly removed: number
  readonly changed: number
}

export type Published =
  | { readonly kind: 'published'; readonly edition: TermEdition }
  /** Nothing would be different, and it is no roll back. */
  | { readonly kind: 'unchanged' }
  /** Somebody else published since `parent`. */
  | { readonly kind: 'overtaken'; readonly latest: number }

export interface Terms {
  add(draft: TermDraft, now: number): Promise<StoredTerm>
  /** False when no term has this id. */
  remove(id: string, publication: Publication): Promise<boolean>
  /** All at once or not at all, as one edition. */
  change(change: TermListChange, publication: Publication): Promise<Published>
  /** Gives ids to those that have none; stores nothing. */
  make(drafts: readonly TermDraft[], now: number): readonly StoredTerm[]
  /** In order of addition. */
  list(): Promise<readonly StoredTerm[]>
  /** Ids of the starter terms that do not count. */
  hidden(): Promise<readonly string[]>
  /** Grows with every change, so that another process knows when to compile its lexicon again. */
  edition(): Promise<number>
  /** Newest first. */
  editions(page?: PageRequest): Promise<Page<TermEditionSummary>>
  findEdition(number: number): Promise<TermEdition | null>
  /** The editions after this one, oldest first; null when not every one of them was kept. */
  editionsSince(number: number): Promise<readonly TermEdition[] | null>
}
