/** Indecency in public. */

import { defineWordRule } from '../../src/material/word-rule.ts'
import { bodyWith, seenWriting } from '../../src/material-examples.ts'
import { say } from '../../src/say.ts'

export const indecency = defineWordRule({
  id: 'norms/indecency',
  clause: 'baijiahao-2019/8.12.2',
  severity: 'review',
  title: say('疑似公共场合的不雅行为', 'It may be indecency in public'),
  why: say(
    '条款不允许公共场合的不雅行为；程度和语境要由人判断。',
    'The clause bars indecency in public; degree and context are for a person.',
  ),
  fix: say('请删除或改写相关内容。', 'Remove or rewrite the passage.'),
  words: ['indecency'],
  doubtful: 'alone',
  labels: [20012],
  question: say('这段内容算不算公共场合的不雅行为？', 'Is this indecency in public?'),
  message: (matched) => say(`出现“${matched}”。`, `“${matched}” occurs.`),
  examples: [
    {
      name: say('点名的词', 'a named word'),
      written: [bodyWith('indecency', '两人当街脱衣，不雅视频流出', '不雅视频')],
      expect: 'undetermined',
    },
    {
      name: say('普通文字', 'ordinary words'),
      written: [seenWriting('body', '小区里不文明养犬要罚款。')],
      expect: 'pass',
    },
  ],
})
