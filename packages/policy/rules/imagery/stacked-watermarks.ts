/** Two marks of origin or more on one picture. */

import type { SeenWatermark } from '@fangxing/contract'
import { judgePictures, pictureAt } from '../../src/material/imagery.ts'
import { seenPictureWith } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

const STACKED = 2

export const stackedWatermarks = defineRule({
  id: 'imagery/stacked-watermarks',
  clause: 'baijiahao-2019/5.g',
  severity: 'review',
  title: say('疑似水印叠加', 'Watermarks may be stacked'),
  why: say('条款不允许水印叠加。', 'The clause bars stacked watermarks.'),
  fix: say('请用没有水印的原图。', 'Use the original without marks.'),
  needs: ['pictures'],
  examples: [
    {
      name: say('两个水印', 'two marks'),
      seen: {
        pictures: [seenPictureWith({ watermarks: [mark('top-left'), mark('bottom-right')] })],
      },
      expect: 'undetermined',
    },
    {
      name: say('一个水印', 'one mark'),
      seen: { pictures: [seenPictureWith({ watermarks: [mark('bottom-right')] })] },
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
    return judgePictures(
      pictures,
      (picture) => {
        const { watermarks } = picture
        if (watermarks === undefined) return null
        return watermarks.length < STACKED
          ? []
          : watermarks.map(({ text, box }) => ({
              place: { ...pictureAt(picture), box },
              message: say(`图上有水印“${text}”。`, `The picture has the mark “${text}”.`),
              measured: `${watermarks.length}`,
              limit: `< ${STACKED}`,
            }))
      },
      say('水印叠加了吗？', 'Are marks stacked?'),
    )
  },
})

function mark(spot: SeenWatermark['spot']): SeenWatermark {
  return { text: '@种菜日记', box: { x: 0, y: 0, width: 90, height: 20 }, spot }
}
