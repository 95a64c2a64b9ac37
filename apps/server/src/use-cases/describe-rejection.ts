/** The machine's sentence for the developer: what was found, where first, and what to do. */

import { describePlace, type Judgement } from '@fangxing/contract'
import { rules } from '@fangxing/policy'

export function describeRejection(judgements: readonly Judgement[]): string {
  return judgements.map((judgement, index) => `${index + 1}. ${describeOne(judgement)}`).join('\n')
}

function describeOne({ ruleId, clauseId, outcome }: Judgement): string {
  const rule = rules.find(({ id }) => id === ruleId)
  if (outcome.kind !== 'violation') return `${rule?.title.zh ?? ruleId}（${clauseId}）`
  const [{ place }, ...more] = outcome.findings
  const others = more.length === 0 ? '' : `等 ${more.length + 1} 处`
  return `${rule?.title.zh ?? ruleId}（${clauseId}）：${describePlace(place)}${others}。${rule?.fix.zh ?? ''}`
}
