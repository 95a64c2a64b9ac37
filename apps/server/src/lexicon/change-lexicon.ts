/**
 * Changes the lexicon: several terms at once, or back to an earlier edition.
 *
 * Each is one edition of the storage. Going back takes the latest terms and undoes the editions
 * since; when somebody publishes meanwhile it starts again, a few times.
 */

import { AppError } from '@fangxing/contract'
import { starterTerms } from '@fangxing/policy'
import type { Published, StoredTerm, TermDraft, TermEdition } from '@fangxing/storage'
import { diffTerms, termsBefore } from '@fangxing/text'
import type { Ports } from '../ports.ts'

export interface Author {
  readonly by: string
  readonly note: string | null
}

export interface LexiconChange {
  readonly add: readonly TermDraft[]
  /** Ids, of starter terms too. */
  readonly remove: readonly string[]
}

const MOST_TRIES = 5
const isStarter = (() => {
  const ids = new Set(starterTerms.map(({ id }) => id))
  return (id: string) => ids.has(id)
})()

/** Null when nothing is different: no such terms, or they are there already. */
export async function changeLexicon(
  ports: Ports,
  { add, remove }: LexiconChange,
  author: Author,
): Promise<TermEdition | null> {
  const at = ports.clock.now()
  const published = await ports.storage.terms.change(
    {
      put: ports.storage.terms.make(add, at),
      removed: remove.filter((id) => !isStarter(id)),
      hidden: remove.filter(isStarter),
      shown: [],
    },
    { ...author, at },
  )
  ports.lexicon.invalidate()
  return published.kind === 'published' ? published.edition : null
}

export async function rollBackLexicon(
  ports: Ports,
  number: number,
  author: Author,
): Promise<TermEdition> {
  for (let nth = 0; nth < MOST_TRIES; nth += 1) {
    const published = await tryRollBack(ports, number, author)
    if (published.kind !== 'published') continue
    ports.lexicon.invalidate()
    return published.edition
  }
  throw new AppError('CONCURRENT_CHANGE', { edition: number })
}

async function tryRollBack(ports: Ports, number: number, author: Author): Promise<Published> {
  const { terms } = ports.storage
  const parent = await terms.edition()
  const since = number <= parent ? await terms.editionsSince(number) : null
  if (since === null) throw new AppError('LEXICON_EDITION_NOT_FOUND', { edition: number })

  const now = await terms.list()
  const before = termsBefore(now, since.map(toChanges))
  const { added, removed, changed } = diffTerms<StoredTerm>(now, before)
  const hidden = new Set(await terms.hidden())
  const hiddenBefore = since.reduceRight(
    (ids, edition) => ids.difference(new Set(edition.hidden)).union(new Set(edition.shown)),
    hidden,
  )
  return terms.change(
    {
      put: [...changed.map(({ after }) => after), ...added],
      removed: removed.map(({ id }) => id),
      hidden: [...hiddenBefore.difference(hidden)],
      shown: [...hidden.difference(hiddenBefore)],
    },
    { ...author, at: ports.clock.now(), restores: number, parent },
  )
}

/** Changed terms are kept as taken off and put back; both lists name them. */
export function toChanges({ added, removed }: Pick<TermEdition, 'added' | 'removed'>) {
  return { changes: diffTerms<StoredTerm>(removed, added) }
}
