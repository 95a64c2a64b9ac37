/** A subject that rumours like, told the way rumours are told. */

import { defineWordRule } from '../../src/material/word-rule.ts'
import { bodyWith } from '../../src/material-examples.ts'
import { say } from '../../src/say.ts'

export const crimeRumour = defineWordRule({
  id: 'norms/crime-rumour',
  clause: 'baijiahao-2019/8.2.4',
  severity: 'review',
  title: say('疑似有关犯罪的谣言', 'It may be a rumour of a crime'),
  why: say(
    '条款把有关犯罪的谣言列为不通过的内容；是否属实只有人能查证。',
    'The clause refuses a rumour of a crime; whether it is true only a person can find out.',
  ),
  fix: say('请给出可查证的来源，否则删除。', 'Name a source that can be checked, or remove it.'),
  words: ['crimes'],
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
        bodyWith('crimes', '紧急扩散，火车站有人抢孩子，转给家人！', '抢孩子'),
        bodyWith('rumourStyle', '紧急扩散，火车站有人抢孩子，转给家人！', '紧急扩散'),
      ],
      expect: 'undetermined',
    },
    {
      name: say('普通报道', 'an ordinary report'),
      written: [bodyWith('crimes', '人贩子被判十二年，法院公布了判决。', '人贩子')],
      expect: 'pass',
    },
  ],
})
