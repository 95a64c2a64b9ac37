/**
 * Sets the limits of each label on held-out ordinary texts that the licences allow to use.
 *
 * A label's `review` limit is where at most its share of `REVIEW_SHARE` of ordinary texts reaches it;
 * `risky` is where a tenth of that does, and never below `LEAST_RISKY`.
 */

import type { LabelEstimator } from '../src/classify/classifier.ts'
import type { Limits } from '../src/classify/limits.ts'
import { KNOWN_LABELS } from '../src/classify/topics.ts'

/** Of ordinary texts, over all labels. */
const REVIEW_SHARE = 0.0085
const LEAST_REVIEW = 0.2
const LEAST_RISKY = 0.9
const MOST = 0.995

export function setLimits(estimator: LabelEstimator, ordinary: readonly string[]): Limits {
  const rows = ordinary.map((text) => estimator.estimate(text).slice())
  const share = REVIEW_SHARE / (KNOWN_LABELS.length - 1)
  const entries = KNOWN_LABELS.map((label, at) => {
    const falling = rows.map((row) => row[at] as number).sort((one, other) => other - one)
    const review = round(
      Math.min(MOST, Math.max(LEAST_REVIEW, falling[Math.floor(share * rows.length)] ?? 1)),
    )
    const tenth = falling[Math.floor((share / 10) * rows.length)] ?? 1
    const risky = round(Math.min(0.999, Math.max(LEAST_RISKY, review, tenth)))
    return [label, { review, risky }]
  })
  return Object.fromEntries(entries.slice(1))
}

function round(limit: number): number {
  return Math.ceil(limit * 1000) / 1000
}
