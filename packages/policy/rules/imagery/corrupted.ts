/** Messages of the decoder about damaged parts. */

import { clipAt, inVideo, judgeClips, when } from '../../src/material/imagery.ts'
import { seenClipWith, seenVideo } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

export const corrupted = defineRule({
  id: 'imagery/corrupted',
  clause: 'baijiahao-2019/5.b',
  severity: 'block',
  title: say('画面损坏（花屏）', 'Corrupted frames'),
  why: say('条款不允许花屏。', 'The clause bars corrupted frames.'),
  fix: say('请重新导出并上传。', 'Export and upload it again.'),
  needs: ['clips'],
  examples: [
    {
      name: say('解码出错', 'decoding fails'),
      seen: { clips: [seenVideo({ decodeErrors: 3 })] },
      expect: 'violation',
    },
    { name: say('完好', 'whole'), seen: { clips: [seenVideo()] }, expect: 'pass' },
    {
      name: say('没有测到', 'not measured'),
      seen: { clips: [seenClipWith()] },
      expect: 'undetermined',
    },
    { name: say('没有视频', 'none at all'), seen: { clips: [] }, expect: 'inapplicable' },
  ],

  evaluate({ clips }) {
    return judgeClips(
      clips,
      inVideo((video, clip) => {
        const { decodeErrors } = video
        if (decodeErrors === undefined) return null
        return when(
          decodeErrors > 0,
          clipAt(clip),
          say('视频有损坏的部分。', 'Parts of the video are damaged.'),
          `${decodeErrors}`,
          '0',
        )
      }),
    )
  },
})
