/** Phone numbers, except those of public services; mobile numbers are sure, others ask a person. */

import type { MaterialProfile } from '@fangxing/contract'
import { weigh } from '../../src/material/weigh.ts'
import { leadsOf, tellLead } from '../../src/material/writing.ts'
import { seenLead, seenWriting } from '../../src/material-examples.ts'
import { baijiahaoProfile } from '../../src/profiles/material-profiles.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

export const phoneNumber = defineRule({
  id: 'promotion/phone-number',
  clause: 'baijiahao-2019/7.b',
  severity: 'block',
  title: say('留有营销电话', 'A marketing phone number'),
  why: say('条款不允许发布营销电话。', 'The clause bars marketing phone numbers.'),
  fix: say('请删除电话号码。', 'Remove the number.'),
  needs: ['written', 'profile'],
  examples: [
    {
      name: say('手机号', 'a mobile number'),
      seen: {
        written: [
          seenWriting('body', '订购 13800138000', { leads: [seenLead('phone', '13800138000', 3)] }),
        ],
        profile: baijiahaoProfile,
      },
      expect: 'violation',
    },
    {
      name: say('座机', 'a landline'),
      seen: {
        written: [
          seenWriting('body', '电话 010-88886666', {
            leads: [seenLead('landline', '01088886666', 3)],
          }),
        ],
        profile: baijiahaoProfile,
      },
      expect: 'undetermined',
    },
    {
      name: say('报警电话', 'the police'),
      seen: {
        written: [
          seenWriting('body', '请拨打 12315', { leads: [seenLead('landline', '12315', 4)] }),
        ],
        profile: baijiahaoProfile,
      },
      expect: 'pass',
    },
  ],

  evaluate({ written, profile }) {
    const numbers = leadsOf(written, ['phone', 'landline']).filter(
      ({ lead }) => !isService(lead.value, profile),
    )
    const tell = (kind: string) =>
      numbers
        .filter(({ lead }) => lead.kind === kind)
        .map((one) =>
          tellLead(one, (value) =>
            say(`文中有电话 ${value}。`, `There is the phone number ${value}.`),
          ),
        )
    return weigh(
      tell('phone'),
      tell('landline'),
      say('这是营销电话吗？', 'Is this a marketing number?'),
    )
  },
})

function isService(number: string, { serviceNumbers }: MaterialProfile): boolean {
  return serviceNumbers.some((service) =>
    service.length > 3 || number.length === service.length
      ? number === service
      : isShort(number, service),
  )
}

/** `95` and `100` begin the five-digit numbers of banks and carriers. */
function isShort(number: string, start: string): boolean {
  return number.length === 5 && number.startsWith(start)
}
