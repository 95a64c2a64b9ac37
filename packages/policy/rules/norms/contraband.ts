/** Unlawful goods: the goods beside a wish to trade, or beside a contact. */

import { defineWordRule } from '../../src/material/word-rule.ts'
import { bodyWith, seenLead, seenWriting } from '../../src/material-examples.ts'
import { say } from '../../src/say.ts'

export const contraband = defineWordRule({
  id: 'norms/contraband',
  clause: 'baijiahao-2019/8.11.1',
  severity: 'block',
  title: say('疑似交易非法物品', 'It may offer unlawful goods'),
  why: say('条款不允许含有非法物品的交易内容。', 'The clause bars trade in unlawful goods.'),
  fix: say('请删除或改写相关内容。', 'Remove or rewrite the passage.'),
  words: ['contraband'],
  doubtful: ['trading', 'selling'],
  sure: 'with contact',
  labels: [20006],
  question: say('这是在交易，还是报道、科普？', 'Is this an offer, or news and knowledge?'),
  message: (matched) =>
    say(`“${matched}”与交易的说法同时出现。`, `“${matched}” stands beside words of trade.`),
  examples: [
    {
      name: say('附有联系方式', 'with a contact'),
      written: [
        bodyWith('contraband', '出售假币，联系 13800138000', '假币'),
        seenWriting('body', '出售假币，联系 13800138000', {
          leads: [seenLead('phone', '13800138000', 8)],
        }),
      ],
      expect: 'violation',
    },
    {
      name: say('只有交易的说法', 'words of trade only'),
      written: [
        bodyWith('contraband', '出售假币，联系 13800138000', '假币'),
        bodyWith('trading', '出售假币，联系 13800138000', '出售'),
      ],
      expect: 'undetermined',
    },
    {
      name: say('新闻', 'news'),
      written: [bodyWith('contraband', '警方查获一批假币，已移交检察机关。', '假币')],
      expect: 'pass',
    },
  ],
})
