/** Sexual dating, prostitution, pornographic sites. */

import { defineWordRule } from '../../src/material/word-rule.ts'
import { bodyWith, seenLead, seenWriting } from '../../src/material-examples.ts'
import { say } from '../../src/say.ts'

export const sexTrade = defineWordRule({
  id: 'norms/sex-trade',
  clause: 'baijiahao-2019/8.7.1',
  severity: 'block',
  title: say('色情交友、卖淫嫖娼或色情网站', 'Sexual dating, prostitution or pornographic sites'),
  why: say(
    '条款不允许此类内容；报道打击此类行为的新闻由人区分。',
    'The clause bars it; a person tells reports on its prosecution apart.',
  ),
  fix: say('请删除或改写相关内容。', 'Remove or rewrite the passage.'),
  words: ['sexTrade'],
  doubtful: 'alone',
  sure: 'with contact',
  labels: [20002],
  question: say('这是招揽，还是报道？', 'Is this an offer, or a report?'),
  message: (matched) => say(`出现“${matched}”。`, `“${matched}” occurs.`),
  examples: [
    {
      name: say('附有联系方式', 'with a contact'),
      written: [
        bodyWith('sexTrade', '同城约炮加 wx yue8888a', '约炮'),
        seenWriting('body', '同城约炮加 wx yue8888a', {
          leads: [seenLead('wechatId', 'yue8888a', 8)],
        }),
      ],
      expect: 'violation',
    },
    {
      name: say('只提到', 'only named'),
      written: [bodyWith('sexTrade', '警方端掉一个招嫖团伙。', '招嫖')],
      expect: 'undetermined',
    },
    {
      name: say('普通文字', 'ordinary words'),
      written: [seenWriting('body', '周末同城读书会报名。')],
      expect: 'pass',
    },
  ],
})
