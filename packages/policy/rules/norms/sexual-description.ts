/** Sexual description or innuendo. */

import { defineWordRule } from '../../src/material/word-rule.ts'
import { bodyWith, seenWriting } from '../../src/material-examples.ts'
import { say } from '../../src/say.ts'

export const sexualDescription = defineWordRule({
  id: 'norms/sexual-description',
  clause: 'baijiahao-2019/8.7.2',
  severity: 'review',
  title: say('疑似性描写或性暗示', 'It may be sexual description or innuendo'),
  why: say(
    '条款不允许性描写或性暗示；程度和语境要由人判断。',
    'The clause bars sexual description or innuendo; degree and context are for a person.',
  ),
  fix: say('请删除或改写相关内容。', 'Remove or rewrite the passage.'),
  words: ['sexual'],
  doubtful: 'alone',
  labels: [20002],
  question: say('这段内容算不算性描写或性暗示？', 'Is this sexual description or innuendo?'),
  message: (matched) => say(`出现“${matched}”。`, `“${matched}” occurs.`),
  examples: [
    {
      name: say('点名的词', 'a named word'),
      written: [bodyWith('sexual', '两人激情视频的呻吟声', '呻吟')],
      expect: 'undetermined',
    },
    {
      name: say('普通文字', 'ordinary words'),
      written: [seenWriting('body', '比赛进入高潮部分之前，先看双方阵容。')],
      expect: 'pass',
    },
  ],
})
