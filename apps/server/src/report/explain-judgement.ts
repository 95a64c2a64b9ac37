/** Joins a judgement with the words of its rule and its clause, for every form of output. */

import type { Judgement, Wording } from '@fangxing/contract'
import { findClause, type Rule, rules } from '@fangxing/policy'

export interface ExplainedJudgement extends Judgement {
  readonly title: Wording
  readonly why: Wording
  readonly fix: Wording
  readonly clauseWords: Wording
}

const byId: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]))

export function explainJudgement(judgement: Judgement): ExplainedJudgement {
  const rule = byId.get(judgement.ruleId)
  const unknown = { zh: judgement.ruleId, en: judgement.ruleId }
  return {
    ...judgement,
    title: rule?.title ?? unknown,
    why: rule?.why ?? unknown,
    fix: rule?.fix ?? unknown,
    clauseWords: findClause(judgement.clauseId)?.words ?? unknown,
  }
}
