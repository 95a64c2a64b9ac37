/** An account elsewhere by its id is sure; a call to follow one asks a person. */

import { weigh } from '../../src/material/weigh.ts'
import { leadsOf, tellLead, tellWords, wordsOf } from '../../src/material/writing.ts'
import { bodyWith, seenLead, seenWriting } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

export const marketingAccount = defineRule({
  id: 'promotion/marketing-account',
  clause: 'baijiahao-2019/8.8.1',
  severity: 'block',
  title: say('带有营销账号', 'A marketing account'),
  why: say(
    '条款不允许带有明显营销意图的公众号、自媒体账号。',
    'The clause bars accounts with a plain intent to market.',
  ),
  fix: say('请删除账号。', 'Remove the account.'),
  needs: ['written'],
  examples: [
    {
      name: say('微信号', 'an account id'),
      seen: {
        written: [
          seenWriting('body', '微信 fangxing88', {
            leads: [seenLead('wechatId', 'fangxing88', 3)],
          }),
        ],
      },
      expect: 'violation',
    },
    {
      name: say('只说公众号', 'only a mention'),
      seen: { written: [bodyWith('accounts', '欢迎关注公众号', '公众号')] },
      expect: 'undetermined',
    },
    {
      name: say('没有账号', 'no account'),
      seen: { written: [seenWriting('body', '番茄要多晒太阳。')] },
      expect: 'pass',
    },
  ],

  evaluate({ written }) {
    return weigh(
      leadsOf(written, ['wechatId', 'qqNumber']).map((one) =>
        tellLead(one, (value) => say(`文中有账号“${value}”。`, `There is the account “${value}”.`)),
      ),
      tellWords(wordsOf(written, ['accounts']), (matched) =>
        say(`“${matched}”可能在引导关注。`, `“${matched}” may call to follow.`),
      ),
      say('这里有营销意图吗？', 'Is this meant to market?'),
    )
  },
})
