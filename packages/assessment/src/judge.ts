/**
 * Runs the rules over what the engines saw.
 *
 * A rule that throws, or whose needs were not observed, answers `undetermined`: a broken rule
 * sends the case to a person. It never lets it through, and it never stops the other rules.
 */

import type { Judgement, Observations, Outcome } from '@fangxing/contract'
import { undetermined } from '@fangxing/contract'
import type { Rule } from '@fangxing/policy'

export function judge(rules: readonly Rule[], seen: Partial<Observations>): readonly Judgement[] {
  return rules.map((rule) => ({
    ruleId: rule.id,
    clauseId: rule.clause,
    severity: rule.severity,
    outcome: outcomeOf(rule, seen),
  }))
}

function outcomeOf(rule: Rule, seen: Partial<Observations>): Outcome {
  const missing = rule.needs.filter((kind) => seen[kind] === undefined)
  if (missing.length > 0) {
    const kinds = missing.join(', ')
    return undetermined({ zh: `没有观察到：${kinds}。`, en: `Not observed: ${kinds}.` })
  }
  try {
    return rule.evaluate(seen as Observations)
  } catch (error) {
    return undetermined({
      zh: `规则运行出错：${String(error)}。`,
      en: `The rule failed: ${String(error)}.`,
    })
  }
}
