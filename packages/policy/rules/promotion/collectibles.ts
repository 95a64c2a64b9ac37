/** Appraising, valuing, buying up: beside a contact it is promotion. */

import { defineWordRule } from '../../src/material/word-rule.ts'
import { bodyWith, seenLead, seenWriting } from '../../src/material-examples.ts'
import { say } from '../../src/say.ts'

export const collectibles = defineWordRule({
  id: 'promotion/collectibles',
  clause: 'baijiahao-2019/8.3.1',
  severity: 'block',
  title: say('收藏类推广', 'Promotion of collectibles'),
  why: say(
    '条款不允许以鉴定、评估、收购、估价留联系方式做推广。',
    'The clause bars promotion by appraisal or purchase with a contact.',
  ),
  fix: say('请删除联系方式。', 'Remove the contact.'),
  words: ['collectibles'],
  doubtful: ['accounts', 'selling'],
  sure: 'with contact',
  question: say('这是收藏类推广吗？', 'Is this promotion of collectibles?'),
  message: (matched) =>
    say(
      `“${matched}”与联系方式或推销用语同时出现。`,
      `“${matched}” stands beside a contact or words of trade.`,
    ),
  examples: [
    {
      name: say('附有微信变体', 'with a disguised account'),
      written: [
        bodyWith('collectibles', '古钱币免费鉴定，威信 guqian88', '鉴定'),
        seenWriting('body', '古钱币免费鉴定，威信 guqian88', {
          leads: [seenLead('wechatId', 'guqian88', 12)],
        }),
      ],
      expect: 'violation',
    },
    {
      name: say('只有推销用语', 'words of trade only'),
      written: [
        bodyWith('collectibles', '收购古钱币，详情咨询', '收购'),
        bodyWith('selling', '收购古钱币，详情咨询', '咨询'),
      ],
      expect: 'undetermined',
    },
    {
      name: say('鉴定知识', 'how appraisal works'),
      written: [bodyWith('collectibles', '鉴定瓷器先看胎釉。', '鉴定')],
      expect: 'pass',
    },
  ],
})
