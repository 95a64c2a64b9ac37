/** Links to shops and their share tokens. Declared cards for goods are not this rule’s. */

import { violationOrPass } from '@fangxing/contract'
import { hostOf, isUnder } from '../../src/material/host.ts'
import { leadsOf, tellLead } from '../../src/material/writing.ts'
import { seenLead, seenWriting } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

const SHOPS = [
  'taobao.com',
  'tmall.com',
  'tb.cn',
  'jd.com',
  'weidian.com',
  'youzan.com',
  'pinduoduo.com',
  'yangkeduo.com',
  'suning.com',
  'dangdang.com',
  'vip.com',
  '1688.com',
  'xiaohongshu.com',
]

export const shopLink = defineRule({
  id: 'promotion/shop-link',
  clause: 'baijiahao-2019/8.8.2',
  severity: 'block',
  title: say('带有电商平台链接', 'A link to a shop'),
  why: say(
    '条款不允许淘宝、微店等电商平台链接形式的商品广告。',
    'The clause bars adverts for goods by links to shops.',
  ),
  fix: say('请删除链接，用商品卡代替。', 'Remove the link; use a card for goods.'),
  needs: ['written'],
  examples: [
    {
      name: say('淘宝链接', 'a shop’s address'),
      seen: {
        written: [
          seenWriting('body', 'item.taobao.com/1', {
            leads: [seenLead('url', 'item.taobao.com/1')],
          }),
        ],
      },
      expect: 'violation',
    },
    {
      name: say('口令', 'a share token'),
      seen: {
        written: [
          seenWriting('body', '￥Ab12Cd34Ef5￥', {
            leads: [seenLead('shareToken', '￥ab12cd34ef5￥')],
          }),
        ],
      },
      expect: 'violation',
    },
    {
      name: say('别的网址', 'another address'),
      seen: {
        written: [seenWriting('body', 'example.com', { leads: [seenLead('url', 'example.com')] })],
      },
      expect: 'pass',
    },
  ],

  evaluate({ written }) {
    return violationOrPass(
      leadsOf(written, ['url', 'shareToken'])
        .filter(({ lead }) => lead.kind === 'shareToken' || isUnder(hostOf(lead.value), SHOPS))
        .map((one) =>
          tellLead(one, (value) => say(`“${value}”通往电商平台。`, `“${value}” leads to a shop.`)),
        ),
    )
  },
})
