/**
 * What a model takes texts for, as an observation; and which rules are asked when there is no model.
 *
 * Without a classifier the rules that need one are left out, instead of sending everything to a
 * person: whoever gives none has chosen so, and the edition names none.
 */

import type { Observations, SeenText } from '@fangxing/contract'
import type { Rule } from '@fangxing/policy'
import { LIMITS_EDITION, type TextClassifier } from '@fangxing/text'

export function classesOf(
  texts: readonly SeenText[],
  scene: number,
  classifier: TextClassifier | undefined,
): Partial<Observations> {
  if (classifier === undefined) return {}
  return {
    textClasses: texts.map(({ text, place }) => {
      const { label, probability } = classifier.classify(text, { scene })
      return { label, probability: toMillionths(probability), place }
    }),
  }
}

/** No estimate is more exact than that, and the record of each check is a fifth shorter. */
function toMillionths(probability: number): number {
  return Math.round(probability * 1e6) / 1e6
}

const LIMITS = `limits-${LIMITS_EDITION}`

/** The same model answers otherwise with other limits, so both are named. */
export function modelsOf(classifier: TextClassifier | undefined): readonly string[] {
  if (classifier === undefined) return []
  return [LIMITS, `model-${classifier.edition}`]
}

const wordsOnly = new WeakMap<readonly Rule[], readonly Rule[]>()

/** The same list for the same rules, so that its edition is named once. */
export function withoutUnasked(
  rules: readonly Rule[],
  classifier: TextClassifier | undefined,
): readonly Rule[] {
  if (classifier !== undefined) return rules
  const known = wordsOnly.get(rules) ?? rules.filter(({ needs }) => !needs.includes('textClasses'))
  wordsOnly.set(rules, known)
  return known
}
