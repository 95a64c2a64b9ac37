/** Witchcraft and its cures; fiction is exempt. */

import { defineWordRule } from '../../src/material/word-rule.ts'
import { bodyWith, seenWriting } from '../../src/material-examples.ts'
import { say } from '../../src/say.ts'

export const witchcraft = defineWordRule({
  id: 'norms/witchcraft',
  clause: 'baijiahao-2019/8.5.2',
  severity: 'review',
  title: say('出现巫术、符水治病等说法', 'Witchcraft or its cures are told of'),
  why: say('条款不允许宣扬巫术、符水治病。', 'The clause bars promoting witchcraft and its cures.'),
  fix: say('请删除或改写相关内容。', 'Remove or rewrite the passage.'),
  words: ['witchcraft'],
  doubtful: 'alone',
  fiction: 'exempt',
  question: say('这是在宣扬巫术，还是在揭露它？', 'Does this promote witchcraft, or expose it?'),
  message: (matched) => say(`出现“${matched}”。`, `“${matched}” occurs.`),
  examples: [
    {
      name: say('当真来讲', 'told as true'),
      written: [bodyWith('witchcraft', '喝符水三天病就好了。', '符水')],
      expect: 'undetermined',
    },
    {
      name: say('普通文字', 'ordinary words'),
      written: [seenWriting('body', '作法很简单：先切片，再腌制。')],
      expect: 'pass',
    },
  ],
})
