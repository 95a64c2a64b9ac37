/**
 * Cuts a text at the borders of its hits, so that each piece is shown plain or marked.
 *
 * Hits may overlap: a piece lists every hit that covers it. The pieces joined are the text again.
 * Offsets are UTF-16 units; those outside the text are pulled in, empty ranges are left out.
 * Cost: O(pieces × hits), fine for the hundreds of hits that a screen can show.
 */

export interface Range {
  readonly start: number
  readonly end: number
}

export interface Piece<Hit> {
  readonly text: string
  readonly start: number
  readonly hits: readonly Hit[]
}

export function markText<Hit>(
  text: string,
  hits: readonly Hit[],
  rangeOf: (hit: Hit) => Range | null,
): readonly Piece<Hit>[] {
  const ranged = hits.flatMap((hit) => {
    const range = rangeOf(hit)
    if (range === null) return []
    const start = Math.max(0, range.start)
    const end = Math.min(text.length, range.end)
    return start < end ? [{ hit, start, end }] : []
  })
  const borders = new Set([0, text.length, ...ranged.flatMap(({ start, end }) => [start, end])])
  const cuts = [...borders].sort((a, b) => a - b)

  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length
    const covering = ranged.filter((range) => range.start <= start && range.end >= end)
    return { text: text.slice(start, end), start, hits: covering.map(({ hit }) => hit) }
  })
}
