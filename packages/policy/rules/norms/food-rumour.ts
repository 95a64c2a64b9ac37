/** A subject that rumours like, told the way rumours are told. */

import { defineWordRule } from '../../src/material/word-rule.ts'
import { bodyWith } from '../../src/material-examples.ts'
import { say } from '../../src/say.ts'

export const foodRumour = defineWordRule({
  id: 'norms/food-rumour',
  clause: 'baijiahao-2019/8.2.5',
  severity: 'review',
  title: say('疑似有关食品安全的谣言', 'It may be a rumour about food'),
  why: say(
    '条款把有关食品安全的谣言列为不通过的内容；是否属实只有人能查证。',
    'The clause refuses a rumour about food; whether it is true only a person can find out.',
  ),
  fix: say('请给出可查证的来源，否则删除。', 'Name a source that can be checked, or remove it.'),
  words: ['foods'],
  doubtful: ['rumourStyle'],
  question: say('这条消息有可靠来源吗？', 'Does this have a reliable source?'),
  message: (matched) =>
    say(
      `“${matched}”与催促转发的说法同时出现。`,
      `“${matched}” stands beside words that urge to pass it on.`,
    ),
  examples: [
    {
      name: say('与催促转发同时出现', 'beside an urge to pass it on'),
      written: [
        bodyWith('foods', '专家不敢说，塑料大米已经上市，看完赶紧告诉家里人。', '塑料大米'),
        bodyWith('rumourStyle', '专家不敢说，塑料大米已经上市，看完赶紧告诉家里人。', '专家不敢说'),
      ],
      expect: 'undetermined',
    },
    {
      name: say('普通报道', 'an ordinary report'),
      written: [bodyWith('foods', '烧烤时焦黑的部分含有致癌物，应少吃。', '致癌')],
      expect: 'pass',
    },
  ],
})
