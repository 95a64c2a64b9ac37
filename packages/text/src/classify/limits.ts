/**
 * From which probability a label asks for a person (`review`) and from which it is stopped (`risky`).
 *
 * Set on held-out texts whose licence lets them shape the product (see `train/set-limits.ts`): on
 * ordinary texts at most the share named there reaches `review`. The scenes differ by what is at stake:
 * a profile (1) is seen by everyone and is short, so it asks sooner; a social log (4) asks later.
 */

import { BASE_LIMITS } from './limits.generated.ts'
import type { KnownLabel } from './topics.ts'

export interface Limit {
  readonly review: number
  readonly risky: number
}

export type Limits = Readonly<Record<Exclude<KnownLabel, 100>, Limit>>

/** What the odds of a limit are multiplied by. */
const SCENE_ODDS: Readonly<Record<number, number>> = { 1: 0.6, 2: 1, 3: 1, 4: 1.5 }

const LIMITS = new Map(
  Object.entries(SCENE_ODDS).map(([scene, odds]) => [Number(scene), withOdds(BASE_LIMITS, odds)]),
)

/** The limits of a scene; an unknown scene has those of a comment. */
export function limitsOf(scene: number): Limits {
  return LIMITS.get(scene) ?? BASE_LIMITS
}

function withOdds(limits: Limits, odds: number): Limits {
  if (odds === 1) return limits
  const entries = Object.entries(limits).map(([label, { review, risky }]) => [
    label,
    { review: shift(review, odds), risky: shift(risky, odds) },
  ])
  return Object.fromEntries(entries)
}

function shift(probability: number, odds: number): number {
  const shifted = (probability / (1 - probability)) * odds
  return shifted / (1 + shifted)
}
