/**
 * What differs between two lists of terms, by id, and the way from one to the other and back.
 *
 * Order does not count, nor does the order of the fields of a term. Works on anything that has an
 * id and plain values, so that a stored term can carry who added it. O(terms).
 */

import type { Term } from '../term.ts'

interface Identified {
  readonly id: string
}

export interface TermChange<Item extends Identified = Term> {
  readonly before: Item
  readonly after: Item
  /** The fields that differ, by name, in alphabetical order. */
  readonly fields: readonly string[]
}

export interface TermChanges<Item extends Identified = Term> {
  readonly added: readonly Item[]
  readonly removed: readonly Item[]
  readonly changed: readonly TermChange<Item>[]
}

/** Of two terms with the same id in one list, the later one counts. */
export function diffTerms<Item extends Identified = Term>(
  before: readonly Item[],
  after: readonly Item[],
): TermChanges<Item> {
  const earlier = byId(before)
  const later = byId(after)
  const changed: TermChange<Item>[] = []
  for (const [id, item] of earlier) {
    const now = later.get(id)
    const fields = now === undefined ? [] : findFields(item, now)
    if (now !== undefined && fields.length > 0) changed.push({ before: item, after: now, fields })
  }
  return {
    added: [...later.values()].filter(({ id }) => !earlier.has(id)),
    removed: [...earlier.values()].filter(({ id }) => !later.has(id)),
    changed,
  }
}

/** The list after the changes: changed terms keep their place, added ones come last. */
export function applyChanges<Item extends Identified>(
  terms: readonly Item[],
  { added, removed, changed }: TermChanges<Item>,
): readonly Item[] {
  const gone = new Set(removed.map(({ id }) => id))
  const replaced = byId(changed.map(({ after }) => after))
  const put = byId(added)
  const kept = terms.filter(({ id }) => !gone.has(id) && !put.has(id))
  return [...kept.map((item) => replaced.get(item.id) ?? item), ...put.values()]
}

/** The changes that lead back. */
export function invertChanges<Item extends Identified>({
  added,
  removed,
  changed,
}: TermChanges<Item>): TermChanges<Item> {
  return {
    added: removed,
    removed: added,
    changed: changed.map(({ before, after, fields }) => ({ before: after, after: before, fields })),
  }
}

function byId<Item extends Identified>(items: readonly Item[]): Map<string, Item> {
  return new Map(items.map((item) => [item.id, item]))
}

function findFields(one: Identified, other: Identified): readonly string[] {
  const before = new Map(Object.entries(one))
  const after = new Map(Object.entries(other))
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((name) => JSON.stringify(before.get(name)) !== JSON.stringify(after.get(name)))
    .sort()
}
