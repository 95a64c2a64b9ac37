/** The cover shows nothing of the video or the album. */

import { inapplicable, undetermined, undeterminedOrPass } from '@fangxing/contract'
import { tellBelow } from '../../src/material/opinions.ts'
import { seenMaterial, seenOpinion } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

/** Ours. */
const LEAST = 0.5

const NOBODY = say(
  '没有引擎回答这个问题，需要人来看。',
  'No engine answers this question here, so a person looks.',
)

export const unrelatedCover = defineRule({
  id: 'title/unrelated-cover',
  clause: 'baijiahao-2019/8.10.5',
  severity: 'review',
  title: say('封面与内容可能无关', 'The cover may have nothing to do with the content'),
  why: say(
    '条款不允许封面与视频或图集内容无关。',
    'The clause bars a cover that has nothing to do with the content.',
  ),
  fix: say('请从内容里选一张封面。', 'Choose a cover from the content.'),
  needs: ['material', 'opinions'],
  examples: [
    {
      name: say('没有相近的画面', 'no picture like it'),
      seen: {
        material: seenMaterial({ kind: 'video' }),
        opinions: [seenOpinion('cover-fits-content', 0.1, 'cover')],
      },
      expect: 'undetermined',
    },
    {
      name: say('与某一帧相同', 'the same as a frame'),
      seen: {
        material: seenMaterial({ kind: 'video' }),
        opinions: [seenOpinion('cover-fits-content', 0.9, 'cover')],
      },
      expect: 'pass',
    },
    {
      name: say('没有作出判断的引擎', 'no engine answered'),
      seen: { material: seenMaterial({ kind: 'video' }), opinions: [] },
      expect: 'undetermined',
    },
    {
      name: say('图文的封面不归这条管', 'the cover of an article is not this rule’s'),
      seen: { material: seenMaterial(), opinions: [] },
      expect: 'inapplicable',
    },
  ],

  evaluate({ material, opinions }) {
    if (material.kind !== 'video' && material.kind !== 'gallery') return inapplicable
    const answers = opinions.filter(({ question }) => question === 'cover-fits-content')
    if (answers.length === 0) return undetermined(NOBODY)
    return undeterminedOrPass(
      tellBelow(answers, 'cover-fits-content', LEAST),
      say('封面与内容有关吗？', 'Does the cover belong to the content?'),
    )
  },
})
