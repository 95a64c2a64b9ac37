/** The title says the opposite of the body. */

import { undetermined, undeterminedOrPass } from '@fangxing/contract'
import { tellFrom } from '../../src/material/opinions.ts'
import { seenOpinion } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

/** Ours. */
const LEAST = 0.5

const NOBODY = say(
  '没有引擎回答这个问题，需要人来看。',
  'No engine answers this question here, so a person looks.',
)

export const contradictedBody = defineRule({
  id: 'title/contradicted-body',
  clause: 'baijiahao-2019/8.10.2',
  severity: 'review',
  title: say('标题与正文观点可能相反', 'The title may say the opposite of the body'),
  why: say(
    '条款不允许标题与正文观点完全相反。',
    'The clause bars a title that says the opposite of the body.',
  ),
  fix: say('请让标题与正文一致。', 'Let title and body agree.'),
  needs: ['opinions'],
  examples: [
    {
      name: say('观点相反', 'the opposite view'),
      seen: { opinions: [seenOpinion('title-contradicts-body', 0.9, 'title')] },
      expect: 'undetermined',
    },
    {
      name: say('观点一致', 'the same view'),
      seen: { opinions: [seenOpinion('title-contradicts-body', 0.1, 'title')] },
      expect: 'pass',
    },
    {
      name: say('没有作出判断的引擎', 'no engine answered'),
      seen: { opinions: [] },
      expect: 'undetermined',
    },
  ],

  evaluate({ opinions }) {
    const answers = opinions.filter(({ question }) => question === 'title-contradicts-body')
    if (answers.length === 0) return undetermined(NOBODY)
    return undeterminedOrPass(
      tellFrom(answers, 'title-contradicts-body', LEAST),
      say('标题与正文的观点相反吗？', 'Does the title say the opposite?'),
    )
  },
})
