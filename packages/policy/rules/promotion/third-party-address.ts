/** Addresses of other sites, however written; own hosts are in the profile. */

import { violationOrPass } from '@fangxing/contract'
import { hostOf, isUnder } from '../../src/material/host.ts'
import { leadsOf, tellLead } from '../../src/material/writing.ts'
import { seenLead, seenWriting } from '../../src/material-examples.ts'
import { baijiahaoProfile } from '../../src/profiles/material-profiles.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

export const thirdPartyAddress = defineRule({
  id: 'promotion/third-party-address',
  clause: 'baijiahao-2019/8.8.4',
  severity: 'block',
  title: say('含有第三方网站或网址', 'An address of another site'),
  why: say('条款不允许含有第三方网站及网址。', 'The clause bars addresses of third-party sites.'),
  fix: say('请删除网址。', 'Remove the address.'),
  needs: ['written', 'profile'],
  examples: [
    {
      name: say('写成“点com”', 'written as “dot com”'),
      seen: {
        written: [seenWriting('body', 'abc点com', { leads: [seenLead('url', 'abc.com')] })],
        profile: baijiahaoProfile,
      },
      expect: 'violation',
    },
    {
      name: say('自己的网站', 'one’s own site'),
      seen: {
        written: [
          seenWriting('body', 'm.own.example', { leads: [seenLead('url', 'm.own.example')] }),
        ],
        profile: { ...baijiahaoProfile, ownHosts: ['own.example'] },
      },
      expect: 'pass',
    },
    {
      name: say('没有网址', 'no address'),
      seen: { written: [seenWriting('body', '番茄')], profile: baijiahaoProfile },
      expect: 'pass',
    },
  ],

  evaluate({ written, profile }) {
    return violationOrPass(
      leadsOf(written, ['url'])
        .filter(({ lead }) => !isUnder(hostOf(lead.value), profile.ownHosts))
        .map((one) =>
          tellLead(one, (value) =>
            say(`文中有网址“${value}”。`, `There is the address “${value}”.`),
          ),
        ),
    )
  },
})
