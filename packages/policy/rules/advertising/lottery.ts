/** A lottery or a red packet: words lead a person to the place. */

import { defineWordRule } from '../../src/material/word-rule.ts'
import { bodyWith, seenWriting } from '../../src/material-examples.ts'
import { say } from '../../src/say.ts'

export const lottery = defineWordRule({
  id: 'advertising/lottery',
  clause: 'baijiahao-2019/2.3.g',
  severity: 'review',
  title: say('疑似抽奖红包诱导点击', 'A lottery or a red packet'),
  why: say('条款不允许抽奖红包诱导点击。', 'The clause bars what lures into a click.'),
  fix: say('请改写或删除。', 'Reword or remove it.'),
  words: ['lottery'],
  doubtful: 'alone',
  question: say('这是用抽奖红包诱导点击吗？', 'Is this a lottery that lures?'),
  message: (matched) => say(`出现“${matched}”。`, `“${matched}” occurs.`),
  examples: [
    {
      name: say('点名的词', 'such words'),
      written: [bodyWith('lottery', '点开拆红包领现金', '拆红包')],
      expect: 'undetermined',
    },
    {
      name: say('普通文字', 'ordinary words'),
      written: [seenWriting('body', '压岁钱是春节的传统。')],
      expect: 'pass',
    },
  ],
})
