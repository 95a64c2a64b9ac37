/** Title and body are about different things. */

import { undetermined, undeterminedOrPass } from '@fangxing/contract'
import { tellBelow } from '../../src/material/opinions.ts'
import { seenOpinion } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

/** Ours. */
const LEAST = 0.2

const NOBODY = say(
  '没有引擎回答这个问题，需要人来看。',
  'No engine answers this question here, so a person looks.',
)

export const unrelatedBody = defineRule({
  id: 'title/unrelated-body',
  clause: 'baijiahao-2019/8.10.1',
  severity: 'review',
  title: say('标题与正文可能无关', 'The title may have nothing to do with the body'),
  why: say(
    '条款不允许标题与正文内容无关。',
    'The clause bars a title that has nothing to do with the body.',
  ),
  fix: say('请让标题说出正文讲的事。', 'Let the title say what the body tells.'),
  needs: ['opinions'],
  examples: [
    {
      name: say('几乎没有共同的内容', 'next to nothing in common'),
      seen: { opinions: [seenOpinion('title-fits-body', 0.1, 'title')] },
      expect: 'undetermined',
    },
    {
      name: say('正文展开标题', 'the body develops the title'),
      seen: { opinions: [seenOpinion('title-fits-body', 0.9, 'title')] },
      expect: 'pass',
    },
    {
      name: say('没有作出判断的引擎', 'no engine answered'),
      seen: { opinions: [] },
      expect: 'undetermined',
    },
  ],

  evaluate({ opinions }) {
    const answers = opinions.filter(({ question }) => question === 'title-fits-body')
    if (answers.length === 0) return undetermined(NOBODY)
    return undeterminedOrPass(
      tellBelow(answers, 'title-fits-body', LEAST),
      say('正文讲的是标题说的事吗？', 'Does the body tell what the title says?'),
    )
  },
})
