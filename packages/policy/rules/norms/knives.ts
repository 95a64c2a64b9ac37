/** Knives, crossbows or police gear: the goods beside a wish to trade, or beside a contact. */

import { defineWordRule } from '../../src/material/word-rule.ts'
import { bodyWith, seenLead, seenWriting } from '../../src/material-examples.ts'
import { say } from '../../src/say.ts'

export const knives = defineWordRule({
  id: 'norms/knives',
  clause: 'baijiahao-2019/8.11.2',
  severity: 'block',
  title: say('疑似交易管制刀具、弩、警用品', 'It may offer knives, crossbows or police gear'),
  why: say(
    '条款不允许含有管制刀具、弩、警用品的交易内容。',
    'The clause bars trade in knives, crossbows or police gear.',
  ),
  fix: say('请删除或改写相关内容。', 'Remove or rewrite the passage.'),
  words: ['knives'],
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
        bodyWith('knives', '出售弓弩，联系 13800138000', '弓弩'),
        seenWriting('body', '出售弓弩，联系 13800138000', {
          leads: [seenLead('phone', '13800138000', 8)],
        }),
      ],
      expect: 'violation',
    },
    {
      name: say('只有交易的说法', 'words of trade only'),
      written: [
        bodyWith('knives', '出售弓弩，联系 13800138000', '弓弩'),
        bodyWith('trading', '出售弓弩，联系 13800138000', '出售'),
      ],
      expect: 'undetermined',
    },
    {
      name: say('新闻', 'news'),
      written: [bodyWith('knives', '博物馆展出了汉代弓弩。', '弓弩')],
      expect: 'pass',
    },
  ],
})
