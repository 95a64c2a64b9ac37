/**
 * What a reading of the whole text says for and against a word in one place: how sure each of its
 * swapped characters looks swapped, how sure those beside them do, and how likely its own are
 * there.
 *
 * Numbers of about 1, for the scorer. Pure.
 */

import type { Reading } from './context-reading.ts'

export const CONTEXT_COUNT = 8

/** In log odds: where there is no character, nothing was swapped. */
const NOTHING = -8
/** Log odds and logarithms are some five times as large as the rest of the evidence. */
const SCALE = 5

export function weighContext(
  reading: Reading,
  start: number,
  written: string,
  meant: string,
): number[] {
  const doubtAt = (at: number) => reading.doubts[at] ?? NOTHING
  const places = Array.from(meant, (_, nth) => nth)
  const swapped = places.filter((nth) => meant[nth] !== written[nth])
  const kept = places.filter((nth) => meant[nth] === written[nth])
  const doubts = swapped.map((nth) => doubtAt(start + nth))
  const likelihoods = swapped.map((nth) =>
    reading.guess(start + nth).likelihoodOf(meant.charCodeAt(nth)),
  )
  const bests = swapped.map((nth) => reading.guess(start + nth).best)
  const own = swapped.map((nth) => reading.guess(start + nth).likelihoodOf(written.charCodeAt(nth)))
  return [
    Math.min(...doubts),
    meanOf(doubts),
    Math.max(NOTHING, ...kept.map((nth) => doubtAt(start + nth))),
    Math.max(doubtAt(start - 1), doubtAt(start + meant.length)),
    meanOf(likelihoods),
    Math.min(...likelihoods),
    meanOf(bests) - meanOf(likelihoods),
    meanOf(own),
  ].map((number) => number / SCALE)
}

function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length
}
