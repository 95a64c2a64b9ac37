/**
 * The shape of the rules that ask for a category which is likely, not proved.
 *
 * The rule of the same content that can prove it speaks first; this one adds what clues together make
 * likely, with every place, for a person to decide.
 */

import type { Observations, Outcome } from '@fangxing/contract'
import { inapplicable, pass, violationOrPass } from '@fangxing/contract'
import { declaresAny, withoutCategory } from '../category.ts'
import type { Rule } from '../rule.ts'
import { say } from '../say.ts'
import { impliedCategories, KINDS } from './implied-categories.ts'

export const IMPLYING_KINDS = [...KINDS, 'submission'] as const

type Seen = Pick<Observations, (typeof IMPLYING_KINDS)[number]>

export function likelyCategory(
  seen: Seen,
  proving: Rule,
  needed: readonly string[],
  answering: ReadonlySet<string>,
): Outcome {
  const implied = impliedCategories(seen).find(({ anyOf }) => anyOf[0] === needed[0])
  if (implied === undefined) return inapplicable
  if (declaresAny(seen.submission, answering)) return pass
  if (proving.evaluate(seen as Observations).kind === 'violation') return inapplicable
  return violationOrPass(
    withoutCategory(
      implied.evidence,
      seen.submission,
      needed,
      say(
        '这里的迹象合起来像是需要该类目的功能，但没有声明它。',
        'Taken together, the signs here look like a function that needs the category, which is not declared.',
      ),
    ),
  )
}
