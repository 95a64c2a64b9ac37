/** Words that lure into a click: words lead a person to the place. */

import { defineWordRule } from '../../src/material/word-rule.ts'
import { bodyWith, seenWriting } from '../../src/material-examples.ts'
import { say } from '../../src/say.ts'

export const luringWords = defineWordRule({
  id: 'advertising/luring-words',
  clause: 'baijiahao-2019/2.3.b',
  severity: 'review',
  title: say('疑似文字暗示诱导点击', 'Words that lure into a click'),
  why: say('条款不允许文字暗示诱导点击。', 'The clause bars what lures into a click.'),
  fix: say('请改写或删除。', 'Reword or remove it.'),
  words: ['luring'],
  doubtful: 'alone',
  question: say('这些文字在诱导点击吗？', 'Do these words lure into a click?'),
  message: (matched) => say(`出现“${matched}”。`, `“${matched}” occurs.`),
  examples: [
    {
      name: say('点名的词', 'such words'),
      written: [bodyWith('luring', '想知道答案？戳这里', '戳这里')],
      expect: 'undetermined',
    },
    {
      name: say('普通文字', 'ordinary words'),
      written: [seenWriting('body', '点击左上角的返回键。')],
      expect: 'pass',
    },
  ],
})
