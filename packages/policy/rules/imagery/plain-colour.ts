/** One colour and next to nothing else. */

import { judgePictures, pictureAt, when } from '../../src/material/imagery.ts'
import { seenPictureWith, seenQuality } from '../../src/material-examples.ts'
import { baijiahaoProfile } from '../../src/profiles/material-profiles.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

export const plainColour = defineRule({
  id: 'imagery/plain-colour',
  clause: 'baijiahao-2019/5.r',
  severity: 'block',
  title: say('纯色图', 'One plain colour'),
  why: say('条款要求避免纯色图。', 'The clause wants no plain pictures.'),
  fix: say('请换成有内容的图片。', 'Use a picture that shows something.'),
  needs: ['pictures', 'profile'],
  examples: [
    {
      name: say('纯色', 'plain'),
      seen: { pictures: [seenQuality({ dominantShare: 0.99 })], profile: baijiahaoProfile },
      expect: 'violation',
    },
    {
      name: say('照片', 'a photograph'),
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
    return judgePictures(pictures, (picture) => {
      if (picture.quality === undefined) return null
      const { dominantShare } = picture.quality
      return when(
        dominantShare >= profile.pictures.plain,
        pictureAt(picture),
        say('图片几乎只有一种颜色。', 'The picture is nearly one colour.'),
        dominantShare.toFixed(2),
        `< ${profile.pictures.plain}`,
      )
    })
  },
})
