/** Paragraphs that have nothing to do with the title take most of the text. */

import { undetermined, undeterminedOrPass } from '@fangxing/contract'
import { tellBelow } from '../../src/material/opinions.ts'
import { seenOpinion } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

/** Ours. */
const LEAST = 0.5

const NOBODY = say(
  '没有引擎回答这个问题，需要人来看。',
  'No engine answers this question here, so a person looks.',
)

export const stitchedTopics = defineRule({
  id: 'content/stitched-topics',
  clause: 'baijiahao-2019/8.13.1',
  severity: 'review',
  title: say('可能由多个无关主题拼接', 'It may be stitched from unrelated topics'),
  why: say(
    '条款不允许与标题无关的内容篇幅占比较大。',
    'The clause bars a large share of content that has nothing to do with the title.',
  ),
  fix: say('请删除与主题无关的段落。', 'Remove the paragraphs that are off the topic.'),
  needs: ['opinions'],
  examples: [
    {
      name: say('大半段落与标题无关', 'most paragraphs are off the topic'),
      seen: { opinions: [seenOpinion('paragraphs-fit-title', 0.1, 'body')] },
      expect: 'undetermined',
    },
    {
      name: say('段落都在讲标题', 'the paragraphs keep to the title'),
      seen: { opinions: [seenOpinion('paragraphs-fit-title', 0.9, 'body')] },
      expect: 'pass',
    },
    {
      name: say('没有作出判断的引擎', 'no engine answered'),
      seen: { opinions: [] },
      expect: 'undetermined',
    },
  ],

  evaluate({ opinions }) {
    const answers = opinions.filter(({ question }) => question === 'paragraphs-fit-title')
    if (answers.length === 0) return undetermined(NOBODY)
    return undeterminedOrPass(
      tellBelow(answers, 'paragraphs-fit-title', LEAST),
      say('与标题无关的段落占多大篇幅？', 'How much of it is off the topic?'),
    )
  },
})
