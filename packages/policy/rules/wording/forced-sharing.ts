/**
 * Sharing may be offered, never demanded or paid for.
 *
 * A label on which a share verb and a promise stand together, at most twelve characters apart.
 */

import { inapplicable, violationOrPass } from '@fangxing/contract'
import { seenText } from '../../src/examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

/** A share verb, then within twelve characters a word that promises something for it. */
const DEMAND = /(分享|转发|邀请).{0,12}(才能|即可|后可|解锁|领取|得红包|免费得|可得)/u

export const forcedSharing = defineRule({
  id: 'wording/forced-sharing',
  clause: 'wechat-rejection/3.2.1',
  severity: 'advise',
  title: say('以分享换取内容或奖励', 'Content or a reward depends on sharing'),
  why: say(
    '诱导分享的文案、按钮和奖励都会被拒绝。',
    'Words, buttons and rewards that press people to share are refused.',
  ),
  fix: say(
    '去掉分享条件，直接给出内容或奖励。',
    'Give the content or the reward without the share step.',
  ),
  needs: ['texts'],
  examples: [
    {
      name: say('分享后领取', 'a reward after sharing'),
      seen: { texts: [seenText('分享到3个群即可领取红包', 'pages/a/a.wxml')] },
      expect: 'violation',
    },
    {
      name: say('只是请人分享', 'sharing as an offer'),
      seen: { texts: [seenText('喜欢就分享给朋友', 'pages/a/a.wxml')] },
      expect: 'pass',
    },
    { name: say('没有文字', 'no words'), seen: { texts: [] }, expect: 'inapplicable' },
  ],

  evaluate({ texts }) {
    if (texts.length === 0) return inapplicable
    return violationOrPass(
      texts.flatMap(({ text, place }) => {
        const found = DEMAND.exec(text)?.[0]
        if (found === undefined) return []
        return [
          {
            place,
            message: say(`“${found}”以分享为条件。`, `“${found}” makes sharing a condition.`),
            measured: found,
          },
        ]
      }),
    )
  },
})
