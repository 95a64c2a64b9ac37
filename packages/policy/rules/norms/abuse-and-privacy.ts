/**
 * Abuse, insult, or somebody's private numbers.
 *
 * Identity and bank card numbers count by their check digits, so they are sure. Insults depend on
 * who says them to whom, so a person decides.
 */

import { weigh } from '../../src/material/weigh.ts'
import { tellLabels } from '../../src/material/word-rule.ts'
import { leadsOf, tellLead, tellWords, wordsOf } from '../../src/material/writing.ts'
import { bodyWith, seenLead, seenWriting } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

const ABUSE = 20003

export const abuseAndPrivacy = defineRule({
  id: 'norms/abuse-and-privacy',
  clause: 'baijiahao-2019/8.12.3',
  severity: 'block',
  title: say('谩骂侮辱，或泄露他人隐私', 'Abuse, or somebody’s private numbers'),
  why: say(
    '条款不允许恶意谩骂、侮辱他人、侵害他人隐私。',
    'The clause bars abuse, insult and breach of privacy.',
  ),
  fix: say('请删除号码，改写侮辱性的文字。', 'Remove the numbers and reword the insults.'),
  needs: ['written'],
  examples: [
    {
      name: say('身份证号码', 'an identity number'),
      seen: {
        written: [
          seenWriting('body', '身份证 11010519491231002X', {
            leads: [seenLead('identityNumber', '11010519491231002x', 4)],
          }),
        ],
      },
      expect: 'violation',
    },
    {
      name: say('辱骂的词', 'an insult'),
      seen: { written: [bodyWith('insults', '你这个人渣', '人渣')] },
      expect: 'undetermined',
    },
    {
      name: say('普通的编号', 'an ordinary number'),
      seen: { written: [seenWriting('body', '订单 110105194912310021')] },
      expect: 'pass',
    },
  ],

  evaluate({ written }) {
    const numbers = leadsOf(written, ['identityNumber', 'bankCard']).map((one) =>
      tellLead(one, () =>
        one.lead.kind === 'bankCard'
          ? say(
              '文中有一个校验位正确的银行卡号。',
              'There is a bank card number with a right check digit.',
            )
          : say(
              '文中有一个校验位正确的身份证号。',
              'There is an identity number with a right check digit.',
            ),
      ),
    )
    const insults = tellWords(wordsOf(written, ['insults']), (matched) =>
      say(`“${matched}”可能是辱骂。`, `“${matched}” may be an insult.`),
    )
    return weigh(
      numbers,
      [...insults, ...tellLabels(written, [ABUSE])],
      say('这是在谩骂、侮辱某人吗？', 'Does this abuse or insult somebody?'),
    )
  },
})
