/**
 * The lexicon that texts are checked with now: the starter terms that were not removed, and the
 * operator's own.
 *
 * Compiled once per edition and swapped whole, so a check sees one lexicon from start to end.
 * Another process's change is noticed within `RECHECK_MS`, one's own at once.
 */

import { starterTerms } from '@fangxing/policy'
import type { Storage, StoredTerm } from '@fangxing/storage'
import { compileLexicon, type Lexicon, type Term } from '@fangxing/text'
import type { ListedTerms } from './assessor/index.ts'
import { systemClock } from './clock.ts'

/** Two small queries at most this often, however many checks run. */
const RECHECK_MS = 500

const REMOVED_STARTER_TERMS = 'removedStarterTerms'

export interface LexiconShelf {
  current(): Promise<Lexicon>
  /** What `current` is compiled from, for another process to compile. */
  listed(): Promise<ListedTerms>
  /** In order of addition, starter terms first. */
  terms(): Promise<readonly ShelfTerm[]>
  /** False when no term has this id. */
  remove(id: string): Promise<boolean>
  /** Forgets what is compiled: the next check sees every change made before this call. */
  invalidate(): void
}

/** A term with whoever put it in; null for the starter terms. */
export interface ShelfTerm extends Term {
  readonly createdBy: string | null
  readonly createdAt: number | null
}

interface Compiled {
  readonly key: string
  readonly list: readonly ShelfTerm[]
  readonly lexicon: Lexicon
}

export function openLexiconShelf(storage: Storage): LexiconShelf {
  let compiled: Compiled | null = null
  let lookAgainAt = 0

  async function terms(): Promise<readonly ShelfTerm[]> {
    const removed = new Set(await removedIds(storage))
    const starters = starterTerms.filter(({ id }) => !removed.has(id))
    return [
      ...starters.map((term) => ({ ...term, createdBy: null, createdAt: null })),
      ...(await storage.terms.list()).map(toShelfTerm),
    ]
  }

  async function look(): Promise<Compiled> {
    if (compiled !== null && systemClock.now() < lookAgainAt) return compiled
    // Read before the terms: a change in between only makes the next look compile once more.
    const key = JSON.stringify([await storage.terms.edition(), await removedIds(storage)])
    if (compiled?.key !== key) {
      const list = await terms()
      compiled = { key, list, lexicon: compileLexicon(list) }
    }
    lookAgainAt = systemClock.now() + RECHECK_MS
    return compiled
  }

  return {
    current: async () => (await look()).lexicon,
    async listed() {
      const { lexicon, list } = await look()
      return { edition: lexicon.edition, list }
    },
    terms,
    async remove(id) {
      const isStarter = (await terms()).some((term) => term.id === id && term.createdBy === null)
      if (!isStarter) return storage.terms.remove(id)
      await storage.settings.set(REMOVED_STARTER_TERMS, [...(await removedIds(storage)), id])
      return true
    },
    invalidate() {
      lookAgainAt = 0
    },
  }
}

async function removedIds(storage: Storage): Promise<readonly string[]> {
  return ((await storage.settings.get(REMOVED_STARTER_TERMS)) ?? []) as readonly string[]
}

function toShelfTerm({ conversions, scenes, note, ...term }: StoredTerm): ShelfTerm {
  return {
    ...term,
    ...(conversions === null ? {} : { conversions: conversions as Term['conversions'] & object }),
    ...(scenes === null ? {} : { scenes }),
    ...(note === null ? {} : { note }),
  }
}
