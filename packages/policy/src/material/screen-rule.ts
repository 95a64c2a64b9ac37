/**
 * Rules on the first screen, six seconds after opening.
 *
 * Sure when it looks so every time the page was opened; once of several times, a person opens it
 * again.
 */

import { type ScreenLook, undetermined, type Wording } from '@fangxing/contract'
import { seenRun } from '../material-examples.ts'
import { defineRule, type Rule } from '../rule.ts'
import { say } from '../say.ts'
import { NOT_OPENED, percent, whole } from './page.ts'
import { weigh } from './weigh.ts'

interface ScreenRule extends Pick<Rule, 'id' | 'clause' | 'title' | 'why'> {
  readonly isWrong: (look: ScreenLook) => boolean
  /** The share of the screen that is of one colour, from which on it counts. */
  readonly mostShare: number
  readonly message: Wording
  /** What a person decides. */
  readonly question: Wording
  readonly example: ScreenLook
}

export function defineScreenRule(rule: ScreenRule): Rule {
  const { isWrong, mostShare, message, question, example, ...words } = rule
  const wrong = seenRun({ sixth: example })
  return defineRule({
    ...words,
    severity: 'block',
    fix: say(
      '请检查首屏渲染和数据加载。',
      'Look at the first rendering and the loading of content.',
    ),
    needs: ['page'],
    examples: [
      {
        name: say('每次打开都这样', 'every time it is opened'),
        seen: { page: [wrong] },
        expect: 'violation',
      },
      {
        name: say('两次里一次', 'one time of two'),
        seen: { page: [wrong, seenRun()] },
        expect: 'undetermined',
      },
      {
        name: say('正常的页面', 'a page as it should be'),
        seen: { page: [seenRun()] },
        expect: 'pass',
      },
      {
        name: say('没有打开页面', 'no page was opened'),
        seen: { page: [] },
        expect: 'undetermined',
      },
    ],
    evaluate({ page }) {
      const looked = page.flatMap((run) => (run.sixth ? [{ run, look: run.sixth }] : []))
      if (looked.length === 0) return undetermined(NOT_OPENED)
      const findings = looked
        .filter(({ look }) => isWrong(look))
        .map(({ run, look }) => ({
          place: whole(run),
          message,
          measured: percent(look.dominantShare),
          limit: `< ${percent(mostShare)}`,
        }))
      return weigh(findings.length === looked.length ? findings : [], findings, question)
    },
  })
}
