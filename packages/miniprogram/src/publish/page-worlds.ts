/**
 * The worlds in which a page is followed, each made once.
 *
 * In the world where checks fail it matters which entry is looked at only when its content is tested
 * for being there. Two entries that every check sees together, and that nothing tests, meet the same
 * fate when one of them is risky: the page is followed for one of them.
 */

import type { Program, ProgramPage } from '../package/program.ts'
import type { EntryId } from '../run/value.ts'
import type { EntryList } from './entry-list.ts'
import { type PageRun, runPage } from './run-page.ts'

export interface PageWorlds {
  /** Every check finds this entry's content risky. */
  readonly risky: (id: EntryId) => PageRun
  /** Every check breaks down. */
  readonly failing: (id: EntryId) => PageRun
}

export function openWorlds(program: Program, page: ProgramPage, list: EntryList): PageWorlds {
  const risky = new Map<EntryId, PageRun>()
  let anyFailing: PageRun | undefined
  return {
    risky(id) {
      for (const [other, run] of risky) if (isSame(run, id, other)) return run
      const world = { riskyEntry: id, checksFail: false, filled: id }
      const run = runPage(program, page, world, list)
      risky.set(id, run)
      return run
    },
    failing(id) {
      const world = { riskyEntry: undefined, checksFail: true }
      anyFailing ??= runPage(program, page, world, list)
      if (!anyFailing.tested.has(id)) return anyFailing
      return runPage(program, page, { ...world, filled: id }, list)
    },
  }
}

/** Nothing in the run tells the two apart. */
function isSame({ checks, tested }: PageRun, a: EntryId, b: EntryId): boolean {
  if (a === b) return true
  if (tested.has(a) || tested.has(b)) return false
  return checks.every(
    ({ entries, blindTo }) =>
      entries.has(a) === entries.has(b) && blindTo.has(a) === blindTo.has(b),
  )
}
