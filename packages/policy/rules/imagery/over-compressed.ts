/** Blocks of the codec that can be seen. */

import { clipAt, inVideo, judgeBoth, pictureAt, when } from '../../src/material/imagery.ts'
import { seenPictureWith, seenQuality } from '../../src/material-examples.ts'
import { baijiahaoProfile } from '../../src/profiles/material-profiles.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

export const overCompressed = defineRule({
  id: 'imagery/over-compressed',
  clause: 'baijiahao-2019/5.e',
  severity: 'review',
  title: say('压缩过度', 'Compressed too far'),
  why: say('条款不允许压缩造成的画质问题。', 'The clause bars damage by compression.'),
  fix: say('请用更高的质量导出。', 'Export it at a higher quality.'),
  needs: ['pictures', 'clips', 'profile'],
  examples: [
    {
      name: say('质量 20 的 JPEG', 'a JPEG of quality 20'),
      seen: { pictures: [seenQuality({ jpegQuality: 20 })], clips: [], profile: baijiahaoProfile },
      expect: 'violation',
    },
    {
      name: say('质量 90', 'quality 90'),
      seen: { pictures: [seenQuality()], clips: [], profile: baijiahaoProfile },
      expect: 'pass',
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
        if (picture.quality === undefined) return null
        const { jpegQuality = 100, blockiness } = picture.quality
        const isWrong = jpegQuality < marks.jpegQuality || blockiness >= marks.blockiness
        return when(
          isWrong,
          pictureAt(picture),
          say('图片压缩过度。', 'The picture is compressed too far.'),
          `${jpegQuality}, ${blockiness.toFixed(1)}`,
          `≥ ${marks.jpegQuality}, < ${marks.blockiness}`,
        )
      },
      inVideo(({ blockiness }, clip) => {
        if (blockiness === undefined) return null
        return when(
          blockiness >= clipMarks.blockiness,
          clipAt(clip),
          say('视频压缩过度，能看到方块。', 'Blocks can be seen in the video.'),
          blockiness.toFixed(3),
          `< ${clipMarks.blockiness}`,
        )
      }),
    )
  },
})
