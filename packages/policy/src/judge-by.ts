import type { Observations, Outcome } from '@fangxing/contract'
import type { Rule } from './rule.ts'

/** What one rule says of the observations that an example or a test gives it. */
export function judgeBy(rule: Rule, seen: Partial<Observations>): Outcome {
  return rule.evaluate(seen as Observations)
}
