/** Vulgar or teasing bait. */

import { defineWordRule } from '../../src/material/word-rule.ts'
import { bodyWith, seenWriting } from '../../src/material-examples.ts'
import { say } from '../../src/say.ts'

export const teasing = defineWordRule({
  id: 'norms/teasing',
  clause: 'baijiahao-2019/8.12.1',
  severity: 'review',
  title: say('疑似庸俗挑逗的内容', 'It may be vulgar or teasing bait'),
  why: say(
    '条款不允许庸俗挑逗的内容；程度和语境要由人判断。',
    'The clause bars vulgar or teasing bait; degree and context are for a person.',
  ),
  fix: say('请删除或改写相关内容。', 'Remove or rewrite the passage.'),
  words: ['teasing'],
  doubtful: 'alone',
  labels: [20012, 20002],
  question: say('这段内容算不算庸俗挑逗的内容？', 'Is this vulgar or teasing bait?'),
  message: (matched) => say(`出现“${matched}”。`, `“${matched}” occurs.`),
  examples: [
    {
      name: say('点名的词', 'a named word'),
      written: [bodyWith('teasing', '女主播湿身大尺度，男人看了都受不了', '湿身')],
      expect: 'undetermined',
    },
    {
      name: say('普通文字', 'ordinary words'),
      written: [seenWriting('body', '雨天骑车别湿了鞋。')],
      expect: 'pass',
    },
  ],
})
