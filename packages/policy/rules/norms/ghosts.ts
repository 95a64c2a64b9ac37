/** Ghosts, reincarnation, possession; fiction is exempt. */

import { defineWordRule } from '../../src/material/word-rule.ts'
import { bodyWith, seenWriting } from '../../src/material-examples.ts'
import { say } from '../../src/say.ts'

export const ghosts = defineWordRule({
  id: 'norms/ghosts',
  clause: 'baijiahao-2019/8.5.1',
  severity: 'review',
  title: say('出现鬼神、转世、附体等说法', 'Ghosts, reincarnation or possession are told of'),
  why: say(
    '条款不允许宣扬鬼神、妖怪转世、附体；民俗介绍与宣扬要由人区分。',
    'The clause bars promoting ghosts or possession; a person tells folklore from promotion.',
  ),
  fix: say('请删除或改写相关内容。', 'Remove or rewrite the passage.'),
  words: ['ghosts'],
  doubtful: 'alone',
  fiction: 'exempt',
  question: say(
    '这是在宣扬，还是在介绍民俗、讲故事？',
    'Is this promotion, or folklore and story-telling?',
  ),
  message: (matched) => say(`出现“${matched}”。`, `“${matched}” occurs.`),
  examples: [
    {
      name: say('当真来讲', 'told as true'),
      written: [bodyWith('ghosts', '她前世今生的因果，被冤魂附体才生病。', '冤魂')],
      expect: 'undetermined',
    },
    {
      name: say('小说', 'fiction'),
      written: [bodyWith('ghosts', '小说里，书生被女鬼附体。', '附体')],
      isFiction: true,
      expect: 'inapplicable',
    },
    {
      name: say('普通文字', 'ordinary words'),
      written: [seenWriting('body', '这种菌附着在叶片背面。')],
      expect: 'pass',
    },
  ],
})
