/** Abuse or sexual violence. */

import { defineWordRule } from '../../src/material/word-rule.ts'
import { bodyWith, seenWriting } from '../../src/material-examples.ts'
import { say } from '../../src/say.ts'

export const sexualViolence = defineWordRule({
  id: 'norms/sexual-violence',
  clause: 'baijiahao-2019/8.7.3',
  severity: 'review',
  title: say('疑似虐待、捆绑、性暴力', 'It may be abuse or sexual violence'),
  why: say(
    '条款不允许虐待、捆绑、性暴力；程度和语境要由人判断。',
    'The clause bars abuse or sexual violence; degree and context are for a person.',
  ),
  fix: say('请删除或改写相关内容。', 'Remove or rewrite the passage.'),
  words: ['sexualViolence'],
  doubtful: 'alone',
  labels: [20002],
  question: say('这段内容算不算虐待、捆绑、性暴力？', 'Is this abuse or sexual violence?'),
  message: (matched) => say(`出现“${matched}”。`, `“${matched}” occurs.`),
  examples: [
    {
      name: say('点名的词', 'a named word'),
      written: [bodyWith('sexualViolence', '性虐调教教程', '性虐')],
      expect: 'undetermined',
    },
    {
      name: say('普通文字', 'ordinary words'),
      written: [seenWriting('body', '用绳子把箱子捆绑结实。')],
      expect: 'pass',
    },
  ],
})
