/**
 * The lines of a text that hold hits, cut into pieces that are hits and pieces that are not.
 *
 * A hit belongs to the line on which it starts and is shown to the end of that line. Overlapping
 * hits share one piece. A long line is shown around its hits only. O(length + hits).
 */

import type { TermHit } from '@fangxing/contract'

export interface Piece {
  readonly text: string
  readonly isHit: boolean
}

export interface MarkedLine {
  /** From 1. */
  readonly number: number
  /** Of the first hit, in UTF-16 units from 1. */
  readonly column: number
  readonly pieces: readonly Piece[]
  readonly hits: readonly TermHit[]
}

/** How much innocent text is shown on each side of a hit. */
const AROUND = 40

/** `hits` come by `start`. */
export function findMarkedLines(text: string, hits: readonly TermHit[]): readonly MarkedLine[] {
  const lines: MarkedLine[] = []
  let start = 0
  let next = 0
  for (const [index, line] of text.split('\n').entries()) {
    const from = next
    while (startOf(hits[next]) <= start + line.length) next++
    if (next > from) {
      const own = hits.slice(from, next)
      const column = startOf(own[0]) - start + 1
      lines.push({ number: index + 1, column, pieces: cut(line, start, own), hits: own })
    }
    start += line.length + 1
  }
  return lines
}

function startOf(hit: TermHit | undefined): number {
  return hit?.place.kind === 'text' ? hit.place.start : Number.POSITIVE_INFINITY
}

function cut(line: string, lineStart: number, hits: readonly TermHit[]): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const [from, to] of mergeRanges(line, lineStart, hits)) {
    pieces.push({ text: shorten(line.slice(at, from), at > 0, true), isHit: false })
    pieces.push({ text: line.slice(from, to), isHit: true })
    at = to
  }
  pieces.push({ text: shorten(line.slice(at), true, false), isHit: false })
  return pieces.filter(({ text }) => text !== '')
}

function mergeRanges(
  line: string,
  lineStart: number,
  hits: readonly TermHit[],
): readonly [number, number][] {
  const ranges: [number, number][] = []
  for (const { place } of hits) {
    if (place.kind !== 'text') continue
    const from = place.start - lineStart
    const to = Math.min(place.end - lineStart, line.length)
    const last = ranges.at(-1)
    if (last !== undefined && from < last[1]) last[1] = Math.max(last[1], to)
    else ranges.push([from, to])
  }
  return ranges
}

function shorten(text: string, followsHit: boolean, precedesHit: boolean): string {
  const kept = (followsHit ? AROUND : 0) + (precedesHit ? AROUND : 0)
  if (text.length <= kept) return text
  const head = followsHit ? text.slice(0, AROUND) : ''
  const tail = precedesHit ? text.slice(-AROUND) : ''
  return `${head}…${tail}`
}
