/** A subject that rumours like, told the way rumours are told. */

import { defineWordRule } from '../../src/material/word-rule.ts'
import { bodyWith } from '../../src/material-examples.ts'
import { say } from '../../src/say.ts'

export const celebrityRumour = defineWordRule({
  id: 'norms/celebrity-rumour',
  clause: 'baijiahao-2019/8.2.6',
  severity: 'review',
  title: say('疑似有关名人的谣言', 'It may be a rumour about a celebrity'),
  why: say(
    '条款把有关名人的谣言列为不通过的内容；是否属实只有人能查证。',
    'The clause refuses a rumour about a celebrity; whether it is true only a person can find out.',
  ),
  fix: say('请给出可查证的来源，否则删除。', 'Name a source that can be checked, or remove it.'),
  words: ['celebrities'],
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
        bodyWith('celebrities', '内部消息，某歌手已经病逝，家人不敢公开。', '病逝'),
        bodyWith('rumourStyle', '内部消息，某歌手已经病逝，家人不敢公开。', '内部消息'),
      ],
      expect: 'undetermined',
    },
    {
      name: say('普通报道', 'an ordinary report'),
      written: [bodyWith('celebrities', '这位作家于上月病逝，出版社发布了讣告。', '病逝')],
      expect: 'pass',
    },
  ],
})
