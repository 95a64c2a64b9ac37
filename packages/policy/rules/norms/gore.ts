/** Cruelty to animals or gore. */

import { defineWordRule } from '../../src/material/word-rule.ts'
import { bodyWith, seenWriting } from '../../src/material-examples.ts'
import { say } from '../../src/say.ts'

export const gore = defineWordRule({
  id: 'norms/gore',
  clause: 'baijiahao-2019/8.7.4',
  severity: 'review',
  title: say('疑似虐待动物或血腥暴力', 'It may be cruelty to animals or gore'),
  why: say(
    '条款不允许虐待动物或血腥暴力；程度和语境要由人判断。',
    'The clause bars cruelty to animals or gore; degree and context are for a person.',
  ),
  fix: say('请删除或改写相关内容。', 'Remove or rewrite the passage.'),
  words: ['gore'],
  doubtful: 'alone',
  question: say('这段内容算不算虐待动物或血腥暴力？', 'Is this cruelty to animals or gore?'),
  message: (matched) => say(`出现“${matched}”。`, `“${matched}” occurs.`),
  examples: [
    {
      name: say('点名的词', 'a named word'),
      written: [bodyWith('gore', '视频里他虐猫取乐', '虐猫')],
      expect: 'undetermined',
    },
    {
      name: say('普通文字', 'ordinary words'),
      written: [seenWriting('body', '给小猫洗澡的三个步骤。')],
      expect: 'pass',
    },
  ],
})
