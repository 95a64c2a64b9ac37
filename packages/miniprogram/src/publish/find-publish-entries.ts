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
import { openWorlds } from './page-worlds.ts'
import { openPushAnswers, type PushAnswers } from './push-answers.ts'
import { LIVE, TOO_LONG } from './reasons.ts'
import { type PageRun, runPage } from './run-page.ts'

const ALL_PASS: World = { riskyEntry: undefined, checksFail: false }

export function findPublishEntries(program: Program): readonly PublishEntry[] {
  const list = openEntryList()
  const found = new Map<EntryId, PublishEntry>()
  const shared = { pushed: openPushAnswers(program, list), findClaim: readClaims(program.tree) }
  const pages = program.pages.filter(openPublishing(program))
  const look = (page: ProgramPage) => {
    const { guards, recalled } = guardsOn(program, page, list, shared)
    for (const [id, guard] of guards) addWeaker(found, list, id, page, guard)
    return { page, recalled, size: sizeOf(list, recalled) }
  }
  // What a later page puts into the storage of the device may be sent by an earlier one.
  for (const { page, recalled, size } of pages.map(look)) {
    if (sizeOf(list, recalled) > size) look(page)
  }
  return [...found.values()].sort((a, b) => comparePlaces(a.place, b.place))
}

function sizeOf({ kept }: EntryList, keys: ReadonlySet<string>): number {
  return [...keys].reduce((sum, key) => sum + (kept.byKey.get(key)?.entries.size ?? 0), 0)
}

function addWeaker(
  found: Map<EntryId, PublishEntry>,
  list: EntryList,
  id: EntryId,
  page: ProgramPage,
  guard: Guard,
): void {
  const entry = list.get(id)
  if (!entry) return
  const { medium, place } = entry
  const known = found.get(id)
  if (known && strength(known.guard) <= strength(guard)) return
  found.set(id, { medium, page: known?.page ?? page.path, place, guard })
}

function guardsOn(
  program: Program,
  page: ProgramPage,
  list: EntryList,
  shared: { readonly pushed: () => PushAnswers; readonly findClaim: FindClaim },
): { readonly guards: ReadonlyMap<EntryId, Guard>; readonly recalled: ReadonlySet<string> } {
  const run = runPage(program, page, ALL_PASS, list)
  const worlds = openWorlds(program, page, list)
  const guards = new Map<EntryId, Guard>()
  for (const id of entriesIn(run)) {
    const guard =
      fixedGuard(id, run, list) ??
      decideGuard(id, {
        passing: runOf(id, run),
        risky: () => runOf(id, worlds.risky(id)),
        failing: () => runOf(id, worlds.failing(id)),
        pushed: shared.pushed,
        claimFor: (target) => shared.findClaim(target, list.get(id)?.medium ?? 'text'),
      })
    if (guard) guards.set(id, guard)
  }
  return { guards, recalled: run.recalled }
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
