/** Rules that only a classifier leads to: without one they ask a person every time. */

import type { Label, Outcome, Wording, WrittenText } from '@fangxing/contract'
import { undetermined } from '@fangxing/contract'
import { defineRule, type Rule } from '../rule.ts'
import { say } from '../say.ts'
import { weigh } from './weigh.ts'
import { tellLabels } from './word-rule.ts'

interface LabelRule extends Pick<Rule, 'id' | 'clause' | 'severity' | 'title' | 'why' | 'fix'> {
  readonly labels: readonly Label[]
  /** What a person decides. */
  readonly question: Wording
  readonly examples: readonly {
    readonly name: Wording
    readonly written: readonly WrittenText[]
    readonly expect: Outcome['kind']
  }[]
}

const NO_CLASSIFIER = say(
  '没有分类模型可用，需要人来看。',
  'There is no classifier at hand, so a person looks.',
)

export function defineLabelRule({ labels, question, examples, ...rule }: LabelRule): Rule {
  return defineRule({
    ...rule,
    needs: ['written'],
    examples: examples.map(({ name, written, expect }) => ({ name, seen: { written }, expect })),
    evaluate({ written }) {
      if (written.some(({ labels: given }) => given === undefined)) {
        return undetermined(NO_CLASSIFIER)
      }
      return weigh([], tellLabels(written, labels), question)
    },
  })
}
