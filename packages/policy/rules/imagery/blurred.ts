/** Edges that are soft, and pictures that were made larger than they are. */

import { clipAt, inVideo, judgeBoth, pictureAt, when } from '../../src/material/imagery.ts'
import { seenPictureWith, seenQuality, seenVideo } from '../../src/material-examples.ts'
import { baijiahaoProfile } from '../../src/profiles/material-profiles.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

export const blurred = defineRule({
  id: 'imagery/blurred',
  clause: 'baijiahao-2019/5.a',
  severity: 'review',
  title: say('图片或视频模糊', 'Blurred'),
  why: say('条款要求清晰度高，无模糊。', 'The clause wants it sharp.'),
  fix: say('请换用更清晰的原图。', 'Use a sharper original.'),
  needs: ['pictures', 'clips', 'profile'],
  examples: [
    {
      name: say('模糊的图片', 'a blurred picture'),
      seen: { pictures: [seenQuality({ sharpness: 12 })], clips: [], profile: baijiahaoProfile },
      expect: 'violation',
    },
    {
      name: say('清晰的图片', 'a sharp picture'),
      seen: { pictures: [seenQuality()], clips: [], profile: baijiahaoProfile },
      expect: 'pass',
    },
    {
      name: say('放大的图片', 'a picture made larger'),
      seen: { pictures: [seenQuality({ upscaling: 3 })], clips: [], profile: baijiahaoProfile },
      expect: 'violation',
    },
    {
      name: say('模糊的视频', 'a blurred video'),
      seen: { pictures: [], clips: [seenVideo({ blur: 4 })], profile: baijiahaoProfile },
      expect: 'violation',
    },
    {
      name: say('没有测到', 'not measured'),
      seen: { pictures: [seenPictureWith()], clips: [], profile: baijiahaoProfile },
      expect: 'undetermined',
    },
    {
      name: say('没有图片', 'none at all'),
      seen: { pictures: [], clips: [], profile: baijiahaoProfile },
      expect: 'inapplicable',
    },
  ],

  evaluate({ pictures, clips, profile }) {
    const { pictures: marks, clips: clipMarks } = profile
    return judgeBoth(
      pictures,
      clips,
      (picture) => {
        const { quality } = picture
        if (quality === undefined) return null
        const { sharpness = 100, upscaling = 1 } = quality
        return [
          ...when(
            sharpness < marks.sharpness,
            pictureAt(picture),
            say('图片模糊。', 'The picture is blurred.'),
            `${Math.round(sharpness)}`,
            `≥ ${marks.sharpness}`,
          ),
          ...when(
            upscaling >= marks.upscaling,
            pictureAt(picture),
            say('图片是放大的，没有那么多细节。', 'The picture was made larger than its detail.'),
            `${upscaling.toFixed(1)}×`,
            `< ${marks.upscaling}×`,
          ),
        ]
      },
      inVideo(({ blur }, clip) => {
        if (blur === undefined) return null
        return when(
          blur >= clipMarks.blur,
          clipAt(clip),
          say('视频模糊。', 'The video is blurred.'),
          `${blur.toFixed(1)} px`,
          `< ${clipMarks.blur} px`,
        )
      }),
    )
  },
})
