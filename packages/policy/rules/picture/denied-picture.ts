/**
 * A picture is, but for few bits of its hash, one that was denied before.
 *
 * Plain areas have hashes of low quality and count for nothing.
 */

import { seenPicture } from '../../src/examples.ts'
import { judgeSights, sightsOf } from '../../src/media-facts.ts'
import { findDenied } from '../../src/picture-signs.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

const KNOWN = { bank: 'ours', label: '20006', distance: 12 }

export const deniedPicture = defineRule({
  id: 'picture/denied-picture',
  clause: 'wechat-filing-2022/3.3',
  severity: 'block',
  title: say('图片与禁止的图片相同', 'The picture shows a picture that was denied before'),
  why: say(
    '人工判定过的违规图片不应换个人再发一遍。',
    'What people have denied once should not come back from somebody else.',
  ),
  fix: say('请用户换一张图片。', 'Ask the user for another picture.'),
  needs: ['pictures'],
  facts: ['known', 'hash'],
  examples: [
    {
      name: say('与禁止的图片相差 12 位', '12 bits from a denied picture'),
      seen: { pictures: [seenPicture({ known: [{ ...KNOWN, kind: 'deny' }] })] },
      expect: 'violation',
    },
    {
      name: say('人工放行过的图片', 'a picture that people have allowed'),
      seen: { pictures: [seenPicture({ known: [{ ...KNOWN, kind: 'allow' }] })] },
      expect: 'pass',
    },
    {
      name: say('没有测到', 'what could not be measured'),
      seen: { pictures: [seenPicture()] },
      expect: 'undetermined',
    },
  ],

  evaluate({ pictures }) {
    return judgeSights(sightsOf(pictures), 'known', findDenied)
  },
})
