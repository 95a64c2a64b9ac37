/** Words of trade near a way to be reached, or what the classifier calls advertising or fraud. */

import { weigh } from '../../src/material/weigh.ts'
import { CONTACTS, tellLabels } from '../../src/material/word-rule.ts'
import { besideEachOther, tellWords } from '../../src/material/writing.ts'
import { bodyWith, seenLead, seenWriting } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

/** An address of a site beside a word of trade is told by the rule on addresses. */
const KINDS = CONTACTS.filter((kind) => kind !== 'url')

export const maliciousPromotion = defineRule({
  id: 'promotion/malicious-promotion',
  clause: 'baijiahao-2019/7.d',
  severity: 'block',
  title: say('恶意推广', 'Malicious promotion'),
  why: say('条款不允许发布恶意推广类信息。', 'The clause bars malicious promotion.'),
  fix: say('请删除推广内容和联系方式。', 'Remove the promotion and the contacts.'),
  needs: ['written'],
  examples: [
    {
      name: say('推销并留联系方式', 'trade and a contact'),
      seen: {
        written: [
          {
            ...bodyWith('selling', '招代理，微信 fangxing88', '招代理'),
            leads: [seenLead('wechatId', 'fangxing88', 7)],
          },
        ],
      },
      expect: 'violation',
    },
    {
      name: say('分类模型认为是广告', 'the classifier says advertising'),
      seen: {
        written: [seenWriting('body', '……', { labels: [{ label: 10001, probability: 0.8 }] })],
      },
      expect: 'undetermined',
    },
    {
      name: say('只有“购买”', 'only the word buy'),
      seen: { written: [bodyWith('selling', '购买花盆时注意底孔', '购买')] },
      expect: 'pass',
    },
  ],

  evaluate({ written }) {
    const { words } = besideEachOther(written, ['selling'], KINDS)
    const sells = tellWords(words, (matched) =>
      say(`“${matched}”与联系方式同时出现。`, `“${matched}” stands beside a contact.`),
    )
    return weigh(
      sells,
      tellLabels(written, [10001, 20008]),
      say('这是恶意推广吗？', 'Is this malicious promotion?'),
    )
  },
})
