/**
 * The lexicon that texts are checked with now: the starter terms that count, and the operator's own
 * whose time it is.
 *
 * Compiled beside the event loop and swapped whole, so a check sees one lexicon from start to end
 * and no request waits for another's change. Another process's change is noticed within
 * `RECHECK_MS` while requests come; after a pause the first request waits for it. One's own change
 * is seen by the next check.
 */

import { starterTerms } from '@fangxing/policy'
import type { Storage } from '@fangxing/storage'
import { findNextChange, isValidAt, type Lexicon, type Term, type TermRate } from '@fangxing/text'
import type { ListedTerms } from './assessor/index.ts'
import { type Clock, systemClock } from './clock.ts'
import { type Compiler, compileHere } from './lexicon/compile.ts'
import { type ShelfTerm, toShelfTerm } from './lexicon/shelf-term.ts'

/** One small query at most this often, however many checks run. */
const RECHECK_MS = 500
/** A lexicon that nobody has looked after for so long is not answered with any more. */
const MOST_STALE_MS = 2000

export interface LexiconShelf {
  /** At once, without a promise, when it was looked at lately. */
  current(): Lexicon | Promise<Lexicon>
  /** What `current` is compiled from, for another process to compile. */
  listed(): Promise<ListedTerms>
  /** In order of addition, starter terms first; also those whose time it is not. */
  terms(): Promise<readonly ShelfTerm[]>
  /** Another list than the present one, compiled beside the event loop. */
  compile(terms: readonly Term[]): Promise<Lexicon>
  /** How often each term hits ordinary texts, worked out beside the event loop. */
  rate(terms: readonly Term[], ordinary: readonly string[]): Promise<readonly TermRate[]>
  /** Forgets what is compiled: the next check sees every change made before this call. */
  invalidate(): void
}

interface Compiled {
  readonly number: number
  readonly list: readonly ShelfTerm[]
  readonly lexicon: Lexicon
  /** When a term begins or ceases to count; undefined: never. */
  readonly nextChange: number | undefined
}

export function openLexiconShelf(
  storage: Storage,
  clock: Clock = systemClock,
  compiler: Compiler = compileHere,
): LexiconShelf {
  let compiled: Compiled | null = null
  let looking: Promise<Compiled> | null = null
  let lookedAt = Number.NEGATIVE_INFINITY
  /** Counts the calls of `invalidate`: a look that began before one may not see the change. */
  let round = 0

  async function terms(): Promise<readonly ShelfTerm[]> {
    const hidden = new Set(await storage.terms.hidden())
    const starters = starterTerms.filter(({ id }) => !hidden.has(id))
    return [
      ...starters.map((term) => ({ ...term, createdBy: null, createdAt: null })),
      ...(await storage.terms.list()).map(toShelfTerm),
    ]
  }

  async function look(): Promise<Compiled> {
    const mine = round
    const startedAt = systemClock.now()
    const next = await findNext(clock.now())
    if (mine === round) {
      compiled = next
      lookedAt = startedAt
    }
    return next
  }

  async function findNext(at: number): Promise<Compiled> {
    // Read before the terms: a change in between only makes the next look compile once more.
    const number = await storage.terms.edition()
    if (compiled?.number === number && at < (compiled.nextChange ?? Number.POSITIVE_INFINITY)) {
      return compiled
    }
    const all = await terms()
    const list = all.filter((term) => isValidAt(term, at)).sort(byId)
    return {
      number,
      list,
      lexicon: await compiler.compile(list),
      nextChange: findNextChange(all, at),
    }
  }

  /** One look at a time; a failed one leaves what is compiled in use until it is too old. */
  function lookOnce(): Promise<Compiled> {
    if (looking !== null) return looking
    const mine = look().finally(() => {
      if (looking === mine) looking = null
    })
    looking = mine
    return mine
  }

  function get(): Compiled | Promise<Compiled> {
    const age = systemClock.now() - lookedAt
    // A clock that was set back says nothing about an age.
    const isOld = age < 0 || age >= MOST_STALE_MS
    if (compiled !== null && !isOld && age < RECHECK_MS) return compiled
    const next = lookOnce()
    if (compiled === null || isOld) return next
    next.catch(() => {})
    return compiled
  }

  return {
    current() {
      const known = get()
      return known instanceof Promise ? known.then(({ lexicon }) => lexicon) : known.lexicon
    },
    async listed() {
      const { lexicon, list } = await get()
      return { edition: lexicon.edition, list }
    },
    terms,
    compile: (others) => compiler.compile(others),
    rate: (listed, ordinary) => compiler.rate(listed, ordinary),
    invalidate() {
      lookedAt = Number.NEGATIVE_INFINITY
      looking = null
      round += 1
    },
  }
}

/** Going back to an earlier edition gives back its name, whatever order the terms were added in. */
function byId(one: ShelfTerm, other: ShelfTerm): number {
  return one.id < other.id ? -1 : Number(one.id > other.id)
}
