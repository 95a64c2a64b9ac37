/**
 * The entries of a program, numbered, each place once.
 *
 * Elements are entered before anything runs; calls when they are first reached.
 */

import type { FilePlace, PublishMedium } from '@fangxing/contract'
import type { Kept } from '../run/device-storage.ts'
import { type Budget, openBudget } from '../run/machine.ts'
import type { EntryId } from '../run/value.ts'

export interface ListedEntry {
  readonly id: EntryId
  readonly medium: PublishMedium
  readonly page: string
  readonly place: FilePlace
  readonly isPlatformChecked: boolean
}

export interface EntryList {
  /** Shared by every run of the program. */
  readonly budget: Budget
  readonly kept: Kept
  readonly enter: (entry: Omit<ListedEntry, 'id'>) => EntryId
  readonly get: (id: EntryId) => ListedEntry | undefined
}

export function openEntryList(): EntryList {
  const entries: ListedEntry[] = []
  const byPlace = new Map<string, EntryId>()
  return {
    budget: openBudget(),
    kept: { byKey: new Map() },
    enter(entry) {
      const key = `${entry.place.file}:${entry.place.line}:${entry.place.column}:${entry.medium}`
      const known = byPlace.get(key)
      if (known !== undefined) return known
      byPlace.set(key, entries.length)
      entries.push({ id: entries.length, ...entry })
      return entries.length - 1
    },
    get: (id) => entries[id],
  }
}
