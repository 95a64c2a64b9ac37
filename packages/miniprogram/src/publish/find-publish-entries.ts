/**
 * Finds the places where users can publish, each with its guard.
 *
 * Every registered page is followed in a world where all checks pass; an entry that a check has
 * seen is followed again where that check finds it risky, and once more where it fails. An entry
 * that several pages show is as weak as on the weakest. Cost: pages × (1 + 2 × checked entries).
 */

import type { Guard, PublishEntry } from '@fangxing/contract'
import { type FindClaim, readClaims } from '../package/claims.ts'
import type { Program, ProgramPage } from '../package/program.ts'
import { comparePlaces } from '../package/source-tree.ts'
import type { World } from '../run/machine.ts'
import type { EntryId } from '../run/value.ts'
import { decideGuard, runOf } from './decide-guard.ts'
import { type EntryList, openEntryList } from './entry-list.ts'
import { openPublishing } from './may-publish.ts'
import { openPushAnswers, type PushAnswers } from './push-answers.ts'
import { LIVE, TOO_LONG } from './reasons.ts'
import { type PageRun, runPage } from './run-page.ts'

const ALL_PASS: World = { riskyEntry: undefined, checksFail: false }

export function findPublishEntries(program: Program): readonly PublishEntry[] {
  const list = openEntryList()
  const found = new Map<EntryId, PublishEntry>()
  const shared = { pushed: openPushAnswers(program, list), findClaim: readClaims(program.tree) }
  const mayPublish = openPublishing(program)
  for (const page of program.pages.filter(mayPublish)) {
    for (const [id, guard] of guardsOn(program, page, list, shared)) {
      const entry = list.get(id)
      if (!entry) continue
      const { medium, place } = entry
      const weaker = found.get(id)
      if (weaker && strength(weaker.guard) <= strength(guard)) continue
      found.set(id, { medium, page: weaker?.page ?? page.path, place, guard })
    }
  }
  return [...found.values()].sort((a, b) => comparePlaces(a.place, b.place))
}

function guardsOn(
  program: Program,
  page: ProgramPage,
  list: EntryList,
  shared: { readonly pushed: () => PushAnswers; readonly findClaim: FindClaim },
): ReadonlyMap<EntryId, Guard> {
  const run = runPage(program, page, ALL_PASS, list)
  const guards = new Map<EntryId, Guard>()
  for (const id of entriesIn(run)) {
    const runIn = (world: World) => runOf(id, runPage(program, page, world, list))
    const guard =
      fixedGuard(id, run, list) ??
      decideGuard(id, {
        passing: runOf(id, run),
        risky: () => runIn({ riskyEntry: id, checksFail: false, filled: id }),
        failing: () => runIn({ riskyEntry: undefined, checksFail: true, filled: id }),
        pushed: shared.pushed,
        claimFor: (target) => shared.findClaim(target, list.get(id)?.medium ?? 'text'),
      })
    if (guard) guards.set(id, guard)
  }
  return guards
}

function entriesIn({ elements, sinks, checks }: PageRun): ReadonlySet<EntryId> {
  return new Set([
    ...elements.map(({ id }) => id),
    ...sinks.flatMap(({ entries }) => [...entries]),
    ...checks.flatMap(({ entries }) => [...entries]),
  ])
}

/** Guards that do not depend on where the content goes. */
function fixedGuard(id: EntryId, run: PageRun, list: EntryList): Guard | undefined {
  const entry = list.get(id)
  if (entry?.isPlatformChecked) return { kind: 'platform' }
  if (entry?.medium === 'live') return { kind: 'unknown', because: LIVE }
  return run.isExhausted ? { kind: 'unknown', because: TOO_LONG } : undefined
}

const STRENGTH: Readonly<Record<Guard['kind'], number>> = {
  unguarded: 0,
  ineffective: 1,
  unknown: 2,
  guarded: 3,
  platform: 4,
}

function strength({ kind }: Guard): number {
  return STRENGTH[kind]
}
