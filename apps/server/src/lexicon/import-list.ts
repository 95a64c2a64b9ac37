/**
 * Imports a list of terms as one edition, each held against ordinary texts first.
 *
 * What ordinary texts hit becomes a hint. A preview answers the same and changes nothing. A word
 * that is in the lexicon already, with the same things said of it, is left alone.
 */

import type { TermDraft, TermEdition } from '@fangxing/storage'
import {
  gradeTerms,
  type ImportDefaults,
  importTerms,
  type RefusedLine,
  type Term,
  type TermRate,
} from '@fangxing/text'
import type { Ports } from '../ports.ts'
import { type Author, changeLexicon } from './change-lexicon.ts'
import { type OrdinaryTexts, readOrdinaryTexts } from './ordinary-texts.ts'

export interface ListImport extends ImportDefaults {
  readonly source: string
  /** Terms that hit a larger share of ordinary texts become hints. */
  readonly mostHits: number
  readonly isPreview: boolean
}

export interface ListImported {
  /** Null for a preview, and when every word was there already. */
  readonly edition: TermEdition | null
  readonly terms: readonly Term[]
  /** Of `terms`, those that were there already. */
  readonly known: number
  readonly refused: readonly RefusedLine[]
  readonly rates: readonly TermRate[]
  readonly ordinary: Pick<OrdinaryTexts, 'origin'> & { readonly count: number }
}

export async function importList(
  ports: Ports,
  { source, label, level, mostHits, isPreview }: ListImport,
  author: Author,
): Promise<ListImported> {
  const { terms: listed, refused } = importTerms(source, { label, level })
  const { origin, texts } = await readOrdinaryTexts(ports.storage)
  const rates = await ports.lexicon.rate(listed, texts)
  const terms = gradeTerms(rates, mostHits)
  const before = new Map((await ports.lexicon.terms()).map((term) => [term.id, term]))
  const fresh = terms.filter((term) => !isSaid(term, before.get(term.id)))
  const add = fresh.map((term): TermDraft => ({ ...term, createdBy: author.by }))
  const edition =
    isPreview || add.length === 0 ? null : await changeLexicon(ports, { add, remove: [] }, author)
  return {
    edition,
    terms,
    known: terms.length - fresh.length,
    refused,
    rates,
    ordinary: { origin, count: texts.length },
  }
}

/** Whether everything that the list says of a term is so already. */
function isSaid(term: Term, known: Term | undefined): boolean {
  if (known === undefined) return false
  const now = new Map(Object.entries(known))
  return Object.entries(term).every(
    ([name, value]) => JSON.stringify(now.get(name)) === JSON.stringify(value),
  )
}
