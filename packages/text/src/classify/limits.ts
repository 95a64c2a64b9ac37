/**
 * From which probability a label asks for a person (`review`) and from which it is stopped (`risky`).
 *
 * Set on held-out texts whose licence lets them shape the product (see `train/set-limits.ts`): on
 * ordinary texts at most the share named there reaches `review`. The scenes differ by what is at stake:
 * a profile (1) is seen by everyone and is short, so it asks sooner; a social log (4) asks later. A
 * few characters look like harm by chance more easily than a sentence, so limits fall with length; a
 * single word says so little that of everyday words one in two hundred would ask for a person, and one in
 * thirty without the steeper rise (docs/decisions/0272).
 */

import { toEdition } from '../edition.ts'
import { BASE_LIMITS } from './limits.generated.ts'
import { KNOWN_LABELS, type KnownLabel } from './topics.ts'

export interface Limit {
  readonly review: number
  readonly risky: number
}

export type LimitedLabel = Exclude<KnownLabel, 100>

export type Limits = Readonly<Record<LimitedLabel, Limit>>

/** What the odds of a limit are multiplied by. */
const SCENE_ODDS: Readonly<Record<number, number>> = { 1: 0.6, 2: 1, 3: 1, 4: 1.5 }

/** By so many halvings the odds of a limit fall when a text is twice as long. */
const TILT: Readonly<Record<LimitedLabel, number>> = {
  10001: 0.5,
  20002: 0.1,
  20003: 0.6,
  20006: 1,
  20008: 0.7,
  20012: 0.6,
}
/** Of this length a text has the limits as they were set. */
const PLAIN_LENGTH = 12
/** Shorter than this, a text is a word: its odds rise by the square. */
const SENTENCE_LENGTH = 4
/** Beyond this, limits fall no more. */
const MOST_LENGTH = 100

/** What the odds of a label's limit are multiplied by for a text of this length, in UTF-16 units. */
export function lengthOdds(label: LimitedLabel, length: number): number {
  const counted = Math.min(MOST_LENGTH, Math.max(SENTENCE_LENGTH, length))
  const asWord = Math.max(1, SENTENCE_LENGTH / Math.max(1, length)) ** 2
  return (PLAIN_LENGTH / counted) ** TILT[label] * asWord
}

/** By scene, then by length. */
const LIMITS = new Map(
  Object.entries(SCENE_ODDS).map(([scene, odds]) => [
    Number(scene),
    Array.from({ length: MOST_LENGTH + 1 }, (_, length) => withOdds(BASE_LIMITS, odds, length)),
  ]),
)

/** The limits of a scene for texts of a length; an unknown scene has those of a comment. */
export function limitsOf(scene: number, length = PLAIN_LENGTH): Limits {
  const byLength = LIMITS.get(scene) ?? LIMITS.get(COMMENT) ?? []
  return byLength[Math.min(length, MOST_LENGTH)] ?? BASE_LIMITS
}

const COMMENT = 2

/** With other limits the same model answers otherwise. */
export const LIMITS_EDITION = toEdition([...LIMITS])

/** A probability whose odds are so many times as high. */
export function withOddsOf(probability: number, odds: number): number {
  if (probability >= 1) return 1
  const shifted = (probability / (1 - probability)) * odds
  return shifted / (1 + shifted)
}

function withOdds(limits: Limits, odds: number, length: number): Limits {
  const entries = KNOWN_LABELS.flatMap((label) => {
    if (label === 100) return []
    const times = odds * lengthOdds(label, length)
    const { review, risky } = limits[label]
    return [[label, { review: withOddsOf(review, times), risky: withOddsOf(risky, times) }]]
  })
  return Object.fromEntries(entries)
}
