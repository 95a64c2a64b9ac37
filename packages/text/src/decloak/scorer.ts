/**
 * A network of one hidden layer that says how likely a suspect is a disguise, in log odds.
 *
 * Weights are one row: per hidden unit a weight for each piece of evidence and a bias, then the
 * weights of the hidden units and a last bias. A hidden unit lets a hundredth of what is below zero
 * through. Pure.
 */

import { EVIDENCE_COUNT } from './suspects.ts'

export const HIDDEN_COUNT = 24
export const LEAK = 0.01
export const WEIGHT_COUNT = HIDDEN_COUNT * (EVIDENCE_COUNT + 1) + HIDDEN_COUNT + 1

export type Weights = readonly number[] | Float64Array

/** `hidden` is filled with what each hidden unit lets through. */
export function scoreSuspect(
  weights: Weights,
  evidence: readonly number[],
  hidden: Float64Array,
): number {
  const row = EVIDENCE_COUNT + 1
  const last = HIDDEN_COUNT * row
  let score = weights[last + HIDDEN_COUNT] as number
  for (let unit = 0; unit < HIDDEN_COUNT; unit += 1) {
    const first = unit * row
    let sum = weights[first + EVIDENCE_COUNT] as number
    for (let at = 0; at < EVIDENCE_COUNT; at += 1) {
      sum += (weights[first + at] as number) * (evidence[at] as number)
    }
    const through = sum > 0 ? sum : LEAK * sum
    hidden[unit] = through
    score += (weights[last + unit] as number) * through
  }
  return score
}
