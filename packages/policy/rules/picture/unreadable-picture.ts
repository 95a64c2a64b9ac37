/**
 * A picture cannot be decoded, so no other rule has seen it.
 *
 * Some phone may show it all the same; so a person looks.
 */

import { inapplicable, violationOrPass } from '@fangxing/contract'
import { seenPicture } from '../../src/examples.ts'
import { sightsOf, whyAbsent } from '../../src/media-facts.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

const BROKEN = say('文件不完整。', 'The file breaks off.')

export const unreadablePicture = defineRule({
  id: 'picture/unreadable-picture',
  clause: 'wechat-operation/10.2',
  severity: 'review',
  title: say('图片读不出来', 'The picture cannot be read'),
  why: say('读不出来的图片没有经过任何检查。', 'No rule has looked at such a picture.'),
  fix: say('请用户换一种格式重新上传。', 'Ask the user to upload it in another format.'),
  needs: ['pictures'],
  facts: ['format'],
  examples: [
    {
      name: say('文件不完整', 'a file that breaks off'),
      seen: {
        pictures: [{ name: 'media', sha256: '', missing: [{ fact: 'format', because: BROKEN }] }],
      },
      expect: 'violation',
    },
    {
      name: say('读得出来的图片', 'a picture that can be read'),
      seen: { pictures: [seenPicture()] },
      expect: 'pass',
    },
    { name: say('没有图片', 'no picture'), seen: { pictures: [] }, expect: 'inapplicable' },
  ],

  evaluate({ pictures }) {
    if (pictures.length === 0) return inapplicable
    return violationOrPass(
      sightsOf(pictures)
        .filter(({ picture }) => picture.format === undefined)
        .map(({ picture, place }) => ({
          place,
          message: whyAbsent(picture, 'format'),
          measured: picture.name,
        })),
    )
  },
})
