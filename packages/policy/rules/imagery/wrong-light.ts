/** Too dark, too bright, or without contrast. */

import { judgePictures, pictureAt, when } from '../../src/material/imagery.ts'
import { seenPictureWith, seenQuality } from '../../src/material-examples.ts'
import { baijiahaoProfile } from '../../src/profiles/material-profiles.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

export const wrongLight = defineRule({
  id: 'imagery/wrong-light',
  clause: 'baijiahao-2019/5.i',
  severity: 'review',
  title: say('亮度或对比度不当', 'Unsuitable light'),
  why: say('条款要求亮度对比度适当。', 'The clause wants suitable brightness and contrast.'),
  fix: say('请调整亮度和对比度。', 'Adjust brightness and contrast.'),
  needs: ['pictures', 'profile'],
  examples: [
    {
      name: say('太暗', 'too dark'),
      seen: { pictures: [seenQuality({ brightness: 15 })], profile: baijiahaoProfile },
      expect: 'violation',
    },
    {
      name: say('正常', 'as it should be'),
      seen: { pictures: [seenQuality()], profile: baijiahaoProfile },
      expect: 'pass',
    },
    {
      name: say('没有测到', 'not measured'),
      seen: { pictures: [seenPictureWith()], profile: baijiahaoProfile },
      expect: 'undetermined',
    },
    {
      name: say('没有图片', 'none at all'),
      seen: { pictures: [], profile: baijiahaoProfile },
      expect: 'inapplicable',
    },
  ],

  evaluate({ pictures, profile }) {
    const { darkest, brightest, clipped: mostClipped, contrast: leastContrast } = profile.pictures
    return judgePictures(pictures, (picture) => {
      if (picture.quality === undefined) return null
      const { brightness, contrast, clipped } = picture.quality
      const at = pictureAt(picture)
      return [
        ...when(
          brightness < darkest,
          at,
          say('图片太暗。', 'The picture is too dark.'),
          `${Math.round(brightness)}`,
          `≥ ${darkest}`,
        ),
        ...when(
          brightness > brightest && clipped > mostClipped,
          at,
          say('图片过曝。', 'The picture is overexposed.'),
          `${Math.round(brightness)}, ${clipped.toFixed(2)}`,
          `≤ ${brightest}, ${mostClipped}`,
        ),
        ...when(
          contrast < leastContrast,
          at,
          say('图片对比度太低。', 'The picture has too little contrast.'),
          `${Math.round(contrast)}`,
          `≥ ${leastContrast}`,
        ),
      ]
    })
  },
})
