/**
 * Undoes homophone swaps: finds the words in disguise that ordinary language makes likely.
 *
 * Every stretch that sounds like a word people disguise is a suspect; a small network weighs the
 * evidence, and the surest suspects that do not overlap are taken; then once more, upon what was
 * undone. Common texts come back unchanged. Offsets are those of the original: a swap is one
 * character for one. Some four milliseconds for a comment, eight for one in disguise; at most
 * `MOST_LENGTH` units are read, the rest is left as it is. Pure and total. Words that are in no
 * table of lures stay as they are: those are the lexicon's part.
 */

import type { Knowledge } from './fit-of.ts'
import { HIDDEN_COUNT, scoreSuspect, type Weights } from './scorer.ts'
import { findSuspects } from './suspects.ts'

export interface Swap {
  readonly start: number
  readonly end: number
  readonly written: string
  readonly meant: string
}

export interface Decloaked {
  readonly text: string
  readonly swaps: readonly Swap[]
}

export interface Decloaker {
  decloak(text: string): Decloaked
}

export interface DecloakModel extends Knowledge {
  readonly weights: Weights
}

/** In log odds: at this score about one in forty plain comments is changed. */
const LEAST_SCORE = 1.25
/** Once a disguise was undone, the others are weighed again beside what it hid, and believed sooner. */
const LEAST_SCORE_AGAIN = 0.75
/** Of two suspects about as sure, the longer is the better reading. */
const PER_CHARACTER = 0.3

export const MOST_LENGTH = 500

export function openDecloaker({ weights, ...knowledge }: DecloakModel): Decloaker {
  const hidden = new Float64Array(HIDDEN_COUNT)
  const undo = (text: string, leastScore: number) => {
    const sure = findSuspects(knowledge, text)
      .map(({ start, meant, evidence }) => ({
        start,
        meant,
        score: scoreSuspect(weights, evidence, hidden),
      }))
      .filter(({ score }) => score >= leastScore)
      .sort((one, other) => rankOf(other) - rankOf(one))
    return takeSurest(text, sure)
  }
  return {
    decloak(text) {
      const read = text.slice(0, MOST_LENGTH)
      const once = undo(read, LEAST_SCORE)
      const meant = once === read ? read : undo(once, LEAST_SCORE_AGAIN)
      return { text: meant + text.slice(read.length), swaps: findSwaps(read, meant) }
    },
  }
}

interface Judged {
  readonly start: number
  readonly meant: string
  readonly score: number
}

function rankOf({ score, meant }: Judged): number {
  return score + PER_CHARACTER * meant.length
}

/** The surest first, and none that overlap. */
function takeSurest(text: string, sure: readonly Judged[]): string {
  const characters = text.split('')
  const taken = new Uint8Array(text.length)
  for (const { start, meant } of sure) {
    const end = start + meant.length
    if (taken.subarray(start, end).includes(1)) continue
    taken.fill(1, start, end)
    for (let at = start; at < end; at += 1) characters[at] = meant.charAt(at - start)
  }
  return characters.join('')
}

function findSwaps(read: string, meant: string): Swap[] {
  return read.split('').flatMap((written, start) => {
    const one = meant.charAt(start)
    return one === written ? [] : [{ start, end: start + 1, written, meant: one }]
  })
}
