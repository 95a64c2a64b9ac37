/** A word seen in a text, before anything is said about it; and which of several sightings count. */

export interface Sighting {
  /** The number of the word in its lexicon. */
  readonly number: number
  readonly start: number
  readonly end: number
  /** The conversions that were needed, one bit each. */
  readonly bits: number
}

/** With so few, or so few pairs to compare, going through them costs less than what scales better. */
const FEW = 64

/** By start, then end, then number. O(n log n), or O(n) when they are nearly in order already. */
export function inOrder(sightings: readonly Sighting[]): readonly Sighting[] {
  if (isInOrder(sightings)) return sightings
  if (sightings.length > FEW) return [...sightings].sort(compare)
  const sorted = sightings.slice()
  for (let nth = 1; nth < sorted.length; nth += 1) {
    const sighting = sorted[nth] as Sighting
    let at = nth
    for (; at > 0 && compare(sorted[at - 1] as Sighting, sighting) > 0; at -= 1) {
      sorted[at] = sorted[at - 1] as Sighting
    }
    sorted[at] = sighting
  }
  return sorted
}

/** Those kept, and those of another view that do not overlap an earlier one of the same word. */
export function joined(kept: readonly Sighting[], view: readonly Sighting[]): readonly Sighting[] {
  if (view.length === 0) return kept
  if (kept.length === 0) return view
  if (kept.length * view.length <= FEW) {
    return [...kept, ...view.filter((sighting) => !overlapsLast(kept, sighting))]
  }
  const known = spansByNumber(kept, new Set(view.map(({ number }) => number)))
  return [...kept, ...view.filter((sighting) => !overlaps(known.get(sighting.number), sighting))]
}

/** What `overlaps` says of all of the same number. */
function overlapsLast(kept: readonly Sighting[], { number, start, end }: Sighting): boolean {
  let last: Sighting | undefined
  for (const one of kept) {
    if (one.number !== number || one.start >= end) continue
    if (last === undefined || compare(last, one) <= 0) last = one
  }
  return last !== undefined && last.end > start
}

function isInOrder(sightings: readonly Sighting[]): boolean {
  for (let nth = 1; nth < sightings.length; nth += 1) {
    if (compare(sightings[nth - 1] as Sighting, sightings[nth] as Sighting) > 0) return false
  }
  return true
}

function compare(one: Sighting, other: Sighting): number {
  return one.start - other.start || one.end - other.end || one.number - other.number
}

function spansByNumber(
  sightings: readonly Sighting[],
  wanted: ReadonlySet<number>,
): Map<number, Sighting[]> {
  const spans = new Map<number, Sighting[]>()
  for (const sighting of sightings) {
    if (!wanted.has(sighting.number)) continue
    const known = spans.get(sighting.number)
    if (known === undefined) spans.set(sighting.number, [sighting])
    else known.push(sighting)
  }
  for (const known of spans.values()) known.sort(compare)
  return spans
}

/** Spans of one word all have about its length, so the last that begins before the end decides. */
function overlaps(spans: readonly Sighting[] | undefined, { start, end }: Sighting): boolean {
  if (spans === undefined) return false
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((spans[middle] as Sighting).start < end) low = middle + 1
    else high = middle
  }
  return low > 0 && (spans[low - 1] as Sighting).end > start
}
