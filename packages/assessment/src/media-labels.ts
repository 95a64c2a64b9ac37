/**
 * Which of WeChat's labels the findings about a picture or a clip speak for, worst first.
 *
 * A picture of a bank is labelled in the bank, by number; a rule may name a label of its own.
 */

import { type Judgement, LABELS, type Label, type SeenPicture } from '@fangxing/contract'
import type { Rule } from '@fangxing/policy'

export function findMediaLabels(
  rules: readonly Rule[],
  judgements: readonly Judgement[],
  pictures: readonly SeenPicture[],
): readonly Label[] {
  return [
    ...ofSeverity('block', rules, judgements, pictures),
    ...ofSeverity('review', rules, judgements, pictures),
  ]
}

function ofSeverity(
  severity: Judgement['severity'],
  rules: readonly Rule[],
  judgements: readonly Judgement[],
  pictures: readonly SeenPicture[],
): readonly Label[] {
  const broken = judgements.filter(
    (judgement) => judgement.severity === severity && judgement.outcome.kind === 'violation',
  )
  return broken.flatMap(({ ruleId }) => {
    const rule = rules.find(({ id }) => id === ruleId)
    if (rule?.label !== undefined) return [rule.label]
    return rule?.facts?.includes('known') === true ? pictures.flatMap(labelsInBank) : []
  })
}

function labelsInBank({ known = [] }: SeenPicture): readonly Label[] {
  return known.flatMap(({ kind, label }) =>
    kind === 'deny' && Object.hasOwn(LABELS, label) ? [Number(label) as Label] : [],
  )
}
