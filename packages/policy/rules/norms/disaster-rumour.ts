/** A subject that rumours like, told the way rumours are told. */

import { defineWordRule } from '../../src/material/word-rule.ts'
import { bodyWith } from '../../src/material-examples.ts'
import { say } from '../../src/say.ts'

export const disasterRumour = defineWordRule({
  id: 'norms/disaster-rumour',
  clause: 'baijiahao-2019/8.2.2',
  severity: 'review',
  title: say('疑似有关灾害的谣言', 'It may be a rumour of a disaster'),
  why: say(
    '条款把有关灾害的谣言列为不通过的内容；是否属实只有人能查证。',
    'The clause refuses a rumour of a disaster; whether it is true only a person can find out.',
  ),
  fix: say('请给出可查证的来源，否则删除。', 'Name a source that can be checked, or remove it.'),
  words: ['disasters'],
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
        bodyWith('disasters', '紧急扩散，今晚将有特大地震，赶紧转！', '地震'),
        bodyWith('rumourStyle', '紧急扩散，今晚将有特大地震，赶紧转！', '紧急扩散'),
      ],
      expect: 'undetermined',
    },
    {
      name: say('普通报道', 'an ordinary report'),
      written: [bodyWith('disasters', '昨天的地震没有造成伤亡，中国地震台网已发布消息。', '地震')],
      expect: 'pass',
    },
  ],
})
