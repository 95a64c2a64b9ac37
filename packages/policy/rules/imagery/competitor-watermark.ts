/** The mark of another platform, by its name or its form of account. */

import { judgePictures, pictureAt } from '../../src/material/imagery.ts'
import { seenPictureWith } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

export const competitorWatermark = defineRule({
  id: 'imagery/competitor-watermark',
  clause: 'baijiahao-2019/5.j',
  severity: 'review',
  title: say('含竞品水印', 'A competitor’s watermark'),
  why: say('条款不允许竞品水印。', 'The clause bars watermarks of competitors.'),
  fix: say('请用没有其他平台水印的原图。', 'Use the original without another platform’s mark.'),
  needs: ['pictures'],
  examples: [
    {
      name: say('抖音号', 'an account of another platform'),
      seen: {
        pictures: [
          seenPictureWith({
            watermarks: [
              {
                text: '抖音号：a1',
                box: { x: 0, y: 0, width: 90, height: 20 },
                spot: 'bottom-right',
                platform: 'douyin',
              },
            ],
          }),
        ],
      },
      expect: 'violation',
    },
    {
      name: say('作者自己的名字', 'the author’s own name'),
      seen: {
        pictures: [
          seenPictureWith({
            watermarks: [
              {
                text: '种菜日记',
                box: { x: 0, y: 0, width: 90, height: 20 },
                spot: 'bottom-right',
              },
            ],
          }),
        ],
      },
      expect: 'pass',
    },
    {
      name: say('没有测到', 'not measured'),
      seen: { pictures: [seenPictureWith()] },
      expect: 'undetermined',
    },
    { name: say('没有图片', 'none at all'), seen: { pictures: [] }, expect: 'inapplicable' },
  ],

  evaluate({ pictures }) {
    return judgePictures(pictures, (picture) => {
      const { watermarks } = picture
      if (watermarks === undefined) return null
      return watermarks
        .filter(({ platform }) => platform !== undefined)
        .map(({ text, box, platform }) => ({
          place: { ...pictureAt(picture), box },
          message: say(
            `图上有其他平台的水印“${text}”。`,
            `The picture has another platform’s mark “${text}”.`,
          ),
          measured: platform ?? text,
        }))
    })
  },
})
