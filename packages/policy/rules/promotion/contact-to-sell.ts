/** A way to be reached near a wish to sell is sure; alone, or far from it, it asks a person. */

import { weigh } from '../../src/material/weigh.ts'
import { CONTACTS } from '../../src/material/word-rule.ts'
import { besideEachOther, leadsOf, tellLead } from '../../src/material/writing.ts'
import { bodyWith, seenLead, seenWriting } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

const KINDS = CONTACTS.filter((kind) => kind !== 'url')

export const contactToSell = defineRule({
  id: 'promotion/contact-to-sell',
  clause: 'baijiahao-2019/8.8.3',
  severity: 'block',
  title: say('留联系方式推销', 'Contact details meant to sell'),
  why: say(
    '条款不允许留联系方式推销产品、服务。',
    'The clause bars contact details meant to sell.',
  ),
  fix: say('请删除联系方式。', 'Remove the contact.'),
  needs: ['written'],
  examples: [
    {
      name: say('电话与“订购”', 'a phone number and “order”'),
      seen: {
        written: [
          {
            ...bodyWith('selling', '订购 13800138000', '订购'),
            leads: [seenLead('phone', '13800138000', 3)],
          },
        ],
      },
      expect: 'violation',
    },
    {
      name: say('只有邮箱', 'an e-mail address alone'),
      seen: {
        written: [
          seenWriting('body', '作者 a@example.com', {
            leads: [seenLead('email', 'a@example.com', 3)],
          }),
        ],
      },
      expect: 'undetermined',
    },
    {
      name: say('文末编辑邮箱，前文有“购买”', 'an editor’s address far from the word buy'),
      seen: {
        written: [
          {
            ...bodyWith('selling', `购买花盆${'时注意底孔'.repeat(40)}编辑 a@example.com`, '购买'),
            leads: [seenLead('email', 'a@example.com', 208)],
          },
        ],
      },
      expect: 'undetermined',
    },
    {
      name: say('没有联系方式', 'no contact'),
      seen: { written: [bodyWith('selling', '购买花盆时注意底孔', '购买')] },
      expect: 'pass',
    },
  ],

  evaluate({ written }) {
    const tell = (contacts: ReturnType<typeof leadsOf>) =>
      contacts.map((one) =>
        tellLead(one, (value) =>
          say(`文中有联系方式“${value}”。`, `There is the contact “${value}”.`),
        ),
      )
    return weigh(
      tell(besideEachOther(written, ['selling'], KINDS).leads),
      tell(leadsOf(written, KINDS)),
      say('留联系方式是为了推销吗？', 'Is the contact meant to sell?'),
    )
  },
})
