/**
 * Undoes homophone swaps: finds the words in disguise that ordinary language makes likely.
 *
 * Every stretch that sounds like a word people disguise is a suspect; a small network weighs the
 * evidence, and the surest suspects that do not overlap are taken. Common texts come back unchanged.
 * Offsets are those of the original: a swap is one character for one. Some two milliseconds for a
 * comment; at most `MOST_LENGTH` units are read, the rest is left as it is. Pure and total.
 * Words that are in no table of lures stay as they are: those are the lexicon's part.
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

/** In log odds: at this score fewer than one in twenty plain comments are changed. */
const LEAST_SCORE = 1.05
/** Of two suspects about as sure, the longer is the better reading. */
const PER_CHARACTER = 0.3

export const MOST_LENGTH = 500

export function openDecloaker({ weights, ...knowledge }: DecloakModel): Decloaker {
  const hidden = new Float64Array(HIDDEN_COUNT)
  return {
    decloak(text) {
      const read = text.slice(0, MOST_LENGTH)
      const sure = findSuspects(knowledge, read)
        .map(({ start, meant, evidence }) => ({
          start,
          meant,
          score: scoreSuspect(weights, evidence, hidden),
        }))
        .filter(({ score }) => score >= LEAST_SCORE)
        .sort((one, other) => rankOf(other) - rankOf(one))
      return toAnswer(text, read, sure)
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

function toAnswer(text: string, read: string, sure: readonly Judged[]): Decloaked {
  const characters = read.split('')
  const taken = new Uint8Array(read.length)
  for (const { start, meant } of sure) {
    const end = start + meant.length
    if (taken.subarray(start, end).some((isTaken) => isTaken === 1)) continue
    taken.fill(1, start, end)
    for (let at = start; at < end; at += 1) characters[at] = meant.charAt(at - start)
  }
  const swaps = characters.flatMap((meant, start) => {
    const written = read.charAt(start)
    return meant === written ? [] : [{ start, end: start + 1, written, meant }]
  })
  return { text: characters.join('') + text.slice(read.length), swaps }
}
