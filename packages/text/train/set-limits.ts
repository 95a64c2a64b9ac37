/**
 * Sets the limits of each label on held-out ordinary texts that the licences allow to use.
 *
 * A label's `review` limit is where its share of ordinary texts reaches it, each text at the limit for
 * its own length; `risky` is where a tenth of that does, and never below `LEAST_RISKY`.
 */

import type { LabelEstimator } from '../src/classify/classifier.ts'
import { type LimitedLabel, type Limits, lengthOdds, withOddsOf } from '../src/classify/limits.ts'
import { KNOWN_LABELS } from '../src/classify/topics.ts'

/** Of ordinary texts. How much each label is worth was chosen on totals of the bench and of ordinary sets. */
const REVIEW_SHARES: Readonly<Record<LimitedLabel, number>> = {
  10001: 0.000454,
  20002: 0.001087,
  20003: 0.000336,
  20006: 0.000454,
  20008: 0.000415,
  20012: 0.00002,
}
const LEAST_REVIEW = 0.03
const LEAST_RISKY = 0.9
const MOST = 0.995

export function setLimits(estimator: LabelEstimator, ordinary: readonly string[]): Limits {
  const rows = ordinary.map((text) => ({
    length: text.length,
    row: estimator.estimate(text).slice(),
  }))
  const entries = KNOWN_LABELS.flatMap((label, at) => {
    if (label === 100) return []
    const share = REVIEW_SHARES[label]
    const falling = rows
      .map(({ length, row }) => withOddsOf(row[at] as number, 1 / lengthOdds(label, length)))
      .sort((one, other) => other - one)
    const reached = (part: number) => falling[Math.floor(part * rows.length)] ?? 1
    const review = round(Math.min(MOST, Math.max(LEAST_REVIEW, reached(share))))
    const risky = round(Math.min(0.999, Math.max(LEAST_RISKY, review, reached(share / 10))))
    return [[label, { review, risky }] as const]
  })
  return Object.fromEntries(entries) as Limits
}

function round(limit: number): number {
  return Math.ceil(limit * 1000) / 1000
}
