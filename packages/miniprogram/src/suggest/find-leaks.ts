/**
 * Where the content of entries that no check stands before goes out, in the words of the source.
 *
 * Follows the pages again in the world where all checks pass, and keeps what the judgement of a guard
 * does not need: the calls through which content leaves.
 */

import type { FilePlace, PublishEntry } from '@fangxing/contract'
import type { Program } from '../package/program.ts'
import { openEntryList } from '../publish/entry-list.ts'
import { openPublishing } from '../publish/may-publish.ts'
import { runPage } from '../publish/run-page.ts'

export interface Leak {
  /** The call that carries the content out. */
  readonly place: FilePlace
  readonly entries: readonly PublishEntry[]
}

const ALL_PASS = { riskyEntry: undefined, checksFail: false }

/** Calls that write to the database, each with the entries of `wanted` whose content they carry. */
export function findLeaks(program: Program, wanted: readonly PublishEntry[]): readonly Leak[] {
  const list = openEntryList()
  const byKey = new Map(wanted.map((entry) => [keyOf(entry), entry]))
  const leaks = new Map<string, { place: FilePlace; entries: Set<PublishEntry> }>()
  for (const page of program.pages.filter(openPublishing(program))) {
    for (const { kind, place, entries } of runPage(program, page, ALL_PASS, list).sinks) {
      if (kind !== 'database') continue
      for (const id of entries) {
        const listed = list.get(id)
        const entry = listed && byKey.get(keyOf(listed))
        if (entry === undefined) continue
        const key = describe(place)
        const leak = leaks.get(key) ?? { place, entries: new Set() }
        leak.entries.add(entry)
        leaks.set(key, leak)
      }
    }
  }
  return [...leaks.values()].map(({ place, entries }) => ({ place, entries: [...entries] }))
}

export function keyOf({ medium, place }: Pick<PublishEntry, 'medium' | 'place'>): string {
  return `${medium} ${describe(place)}`
}

function describe({ file, line, column }: FilePlace): string {
  return `${file}:${line}:${column}`
}
