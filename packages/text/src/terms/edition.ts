/**
 * Editions of a lexicon: each says what it changed of the one before it, by whom, when and why.
 *
 * A history is a list, oldest first. Nothing in it is ever altered: to roll back is to publish one
 * more edition, whose terms are those of an earlier one. Whoever holds the latest terms and the
 * editions since can have any earlier list, so only the changes need to be kept.
 */

import type { Term } from '../term.ts'
import { applyChanges, diffTerms, invertChanges, type TermChanges } from './diff-terms.ts'

interface Identified {
  readonly id: string
}

export interface LexiconEdition<Item extends Identified = Term> {
  /** 1 for the first; 0 is the empty lexicon before it. */
  readonly number: number
  readonly parent: number
  readonly at: number
  readonly by: string
  readonly note: string | null
  /** The earlier edition whose terms these are again; null when it is no roll back. */
  readonly restores: number | null
  readonly changes: TermChanges<Item>
}

/** Who publishes, when (epoch ms), and why. */
export interface Publication {
  readonly at: number
  readonly by: string
  readonly note: string | null
}

export type RollBack<Item extends Identified = Term> =
  | { readonly ok: true; readonly edition: LexiconEdition<Item> }
  /** `known`: the numbers that can be gone back to. */
  | { readonly ok: false; readonly known: readonly number[] }

export function publishEdition<Item extends Identified = Term>(
  history: readonly LexiconEdition<Item>[],
  terms: readonly Item[],
  publication: Publication,
): LexiconEdition<Item> {
  const parent = history.at(-1)?.number ?? 0
  const changes = diffTerms(termsOf(history, parent), terms)
  return { number: parent + 1, parent, ...publication, restores: null, changes }
}

/** Refused by value when the history does not hold that edition. */
export function rollBack<Item extends Identified = Term>(
  history: readonly LexiconEdition<Item>[],
  number: number,
  publication: Publication,
): RollBack<Item> {
  const known = [0, ...history.map((edition) => edition.number)]
  if (!known.includes(number)) return { ok: false, known }
  const edition = publishEdition(history, termsOf(history, number), publication)
  return { ok: true, edition: { ...edition, restores: number } }
}

/** The terms as of an edition. */
export function termsOf<Item extends Identified = Term>(
  history: readonly LexiconEdition<Item>[],
  number: number,
): readonly Item[] {
  return history
    .filter((edition) => edition.number <= number)
    .reduce<readonly Item[]>((terms, { changes }) => applyChanges(terms, changes), [])
}

/** The terms before `since`, the latest editions in order, were published. */
export function termsBefore<Item extends Identified = Term>(
  terms: readonly Item[],
  since: readonly Pick<LexiconEdition<Item>, 'changes'>[],
): readonly Item[] {
  return since.reduceRight<readonly Item[]>(
    (list, { changes }) => applyChanges(list, invertChanges(changes)),
    terms,
  )
}
