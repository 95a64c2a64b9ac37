/** Frames that are woven from two moments: combs at every moving edge. */

import { clipAt, inVideo, judgeClips, when } from '../../src/material/imagery.ts'
import { seenClipWith, seenVideo } from '../../src/material-examples.ts'
import { baijiahaoProfile } from '../../src/profiles/material-profiles.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

export const jagged = defineRule({
  id: 'imagery/jagged',
  clause: 'baijiahao-2019/5.c',
  severity: 'review',
  title: say('画面有锯齿', 'Jagged edges'),
  why: say('条款不允许画面锯齿。', 'The clause bars jagged edges.'),
  fix: say('请导出为逐行扫描。', 'Export it as progressive.'),
  needs: ['clips', 'profile'],
  examples: [
    {
      name: say('隔行', 'interlaced'),
      seen: { clips: [seenVideo({ interlacedShare: 0.9 })], profile: baijiahaoProfile },
      expect: 'violation',
    },
    {
      name: say('逐行', 'progressive'),
      seen: { clips: [seenVideo()], profile: baijiahaoProfile },
      expect: 'pass',
    },
    {
      name: say('没有测到', 'not measured'),
      seen: { clips: [seenClipWith()], profile: baijiahaoProfile },
      expect: 'undetermined',
    },
    {
      name: say('没有视频', 'none at all'),
      seen: { clips: [], profile: baijiahaoProfile },
      expect: 'inapplicable',
    },
  ],

  evaluate({ clips, profile }) {
    return judgeClips(
      clips,
      inVideo((video, clip) => {
        const share = video.interlacedShare
        if (share === undefined) return null
        return when(
          share >= profile.clips.interlaced,
          clipAt(clip),
          say('运动的边缘有梳齿。', 'Moving edges have combs.'),
          share.toFixed(2),
          `< ${profile.clips.interlaced}`,
        )
      }),
    )
  },
})
