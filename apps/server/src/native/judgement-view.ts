/** A judgement with the words of its rule and clause, so that no screen needs a second question. */

import type { Judgement, Wording } from '@fangxing/contract'
import { findClause, rules } from '@fangxing/policy'
import { toWire, type Wire } from './wire.ts'

const byId = new Map(rules.map((rule) => [rule.id, rule]))

export interface JudgementView extends Judgement {
  readonly clauseWords: Wording
  readonly title: Wording
  readonly why: Wording
  readonly fix: Wording
}

/** A rule or clause that this edition no longer knows keeps its id as its words. */
export function toJudgementView(judgement: Judgement): Wire<JudgementView> {
  const rule = byId.get(judgement.ruleId)
  const unknown = { zh: judgement.ruleId, en: judgement.ruleId }
  return toWire({
    ...judgement,
    clauseWords: findClause(judgement.clauseId)?.words ?? {
      zh: judgement.clauseId,
      en: judgement.clauseId,
    },
    title: rule?.title ?? unknown,
    why: rule?.why ?? unknown,
    fix: rule?.fix ?? unknown,
  })
}
