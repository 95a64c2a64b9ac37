/**
 * Entries and guards that were found, held against the labels of one program.
 *
 * An entry and a label match when they name the same file and lie within three lines; nearest first,
 * each once.
 */

import type { Guard, PublishEntry } from '@fangxing/contract'
import { type EntryLabel, isNear } from './labelled-program.ts'
import type { Kind, Tally } from './tally.ts'

const SAID: Readonly<Record<Guard['kind'], Kind>> = {
  guarded: 'yes',
  unguarded: 'no',
  ineffective: 'ineffective',
  unknown: 'unknown',
  platform: 'platform',
}

interface Pair {
  readonly entry: PublishEntry | undefined
  readonly label: EntryLabel | undefined
}

/** Counts into the tally; gives one line for each difference. */
export function scoreEntries(
  entries: readonly PublishEntry[],
  labels: readonly EntryLabel[],
  tally: Tally,
): readonly string[] {
  const pairs = pairUp(entries, labels)
  const needed = pairs.filter(({ label }) => label && label.needsGuard !== false)
  tally.found += entries.length
  tally.right += pairs.filter(({ entry, label }) => entry && label).length
  tally.wanted += needed.length
  tally.wantedFound += needed.filter(({ entry }) => entry).length
  return pairs.flatMap(({ entry, label }) => describePair(entry, label, tally))
}

function describePair(
  entry: PublishEntry | undefined,
  label: EntryLabel | undefined,
  tally: Tally,
): readonly string[] {
  const at = entry ? `${entry.place.file}:${entry.place.line}` : ''
  if (entry && label) {
    const [said, is] = [SAID[entry.guard.kind], meant(label)]
    const key = `${is}>${said}`
    tally.guards.set(key, (tally.guards.get(key) ?? 0) + 1)
    return said === is ? [] : [`${at}: said ${said}, is ${label.guarded}`]
  }
  if (entry) return [`${at}: not labelled`]
  return label && label.needsGuard !== false ? [`${label.file}:${label.line}: missed`] : []
}

function meant({ guarded }: EntryLabel): Kind {
  if (guarded === 'partial') return 'ineffective'
  return guarded === 'third-party' ? 'unknown' : guarded
}

function pairUp(entries: readonly PublishEntry[], labels: readonly EntryLabel[]): readonly Pair[] {
  const free = new Set(labels)
  const paired = new Set<PublishEntry>()
  const pairs: Pair[] = []
  const distances = entries.flatMap((entry) =>
    labels
      .filter((label) => isNear(label, entry.place))
      .map((label) => ({ entry, label, distance: Math.abs(label.line - entry.place.line) })),
  )
  for (const { entry, label } of distances.sort((a, b) => a.distance - b.distance)) {
    if (paired.has(entry) || !free.has(label)) continue
    paired.add(entry)
    free.delete(label)
    pairs.push({ entry, label })
  }
  const alone = entries.filter((entry) => !paired.has(entry))
  return [
    ...pairs,
    ...alone.map((entry) => ({ entry, label: undefined })),
    ...[...free].map((label) => ({ entry: undefined, label })),
  ]
}
