/** A subject that rumours like, told the way rumours are told. */

import { defineWordRule } from '../../src/material/word-rule.ts'
import { bodyWith } from '../../src/material-examples.ts'
import { say } from '../../src/say.ts'

export const attackRumour = defineWordRule({
  id: 'norms/attack-rumour',
  clause: 'baijiahao-2019/8.2.3',
  severity: 'review',
  title: say('疑似有关恐怖袭击的谣言', 'It may be a rumour of an attack'),
  why: say(
    '条款把有关恐怖袭击的谣言列为不通过的内容；是否属实只有人能查证。',
    'The clause refuses a rumour of an attack; whether it is true only a person can find out.',
  ),
  fix: say('请给出可查证的来源，否则删除。', 'Name a source that can be checked, or remove it.'),
  words: ['attacks'],
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
        bodyWith('attacks', '速速转发，商场发生爆炸案，不要出门！', '爆炸案'),
        bodyWith('rumourStyle', '速速转发，商场发生爆炸案，不要出门！', '速速转发'),
      ],
      expect: 'undetermined',
    },
    {
      name: say('普通报道', 'an ordinary report'),
      written: [bodyWith('attacks', '警方通报了去年那起爆炸案的审理结果。', '爆炸案')],
      expect: 'pass',
    },
  ],
})
