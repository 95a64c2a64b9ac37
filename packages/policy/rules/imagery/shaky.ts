/** Jitter from frame to frame, frozen stretches, frames that repeat. */

import { clipAt, inVideo, judgeClips, when } from '../../src/material/imagery.ts'
import { seenClipWith, seenVideo } from '../../src/material-examples.ts'
import { baijiahaoProfile } from '../../src/profiles/material-profiles.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

export const shaky = defineRule({
  id: 'imagery/shaky',
  clause: 'baijiahao-2019/5.k',
  severity: 'review',
  title: say('视频晃动或卡顿', 'Video shakes or stutters'),
  why: say(
    '条款要求视频避免晃动卡顿。',
    'The clause wants video that neither shakes nor stutters.',
  ),
  fix: say('请使用稳定器，或重新导出。', 'Use a stabiliser, or export it again.'),
  needs: ['clips', 'profile'],
  examples: [
    {
      name: say('晃动', 'it shakes'),
      seen: { clips: [seenVideo({ shake: 1.5 })], profile: baijiahaoProfile },
      expect: 'violation',
    },
    {
      name: say('平稳', 'steady'),
      seen: { clips: [seenVideo()], profile: baijiahaoProfile },
      expect: 'pass',
    },
    {
      name: say('定格两秒', 'two seconds of standstill'),
      seen: { clips: [seenVideo({ frozen: [{ from: 3, to: 5 }] })], profile: baijiahaoProfile },
      expect: 'violation',
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
    const marks = profile.clips
    return judgeClips(
      clips,
      inVideo((video, clip) => {
        const { shake, repeatedShare, frozen } = video
        if (shake === undefined || repeatedShare === undefined || frozen === undefined) return null
        const still = frozen.reduce((sum, { from, to }) => sum + to - from, 0)
        const at = clipAt(clip)
        return [
          ...when(
            shake >= marks.shake,
            at,
            say('画面晃动。', 'The picture shakes.'),
            `${shake.toFixed(2)} %`,
            `< ${marks.shake} %`,
          ),
          ...when(
            repeatedShare >= marks.repeated,
            at,
            say('画面一顿一顿。', 'The picture stutters.'),
            repeatedShare.toFixed(2),
            `< ${marks.repeated}`,
          ),
          ...when(
            still >= marks.frozen,
            at,
            say('画面定住不动。', 'The picture stands still.'),
            `${still.toFixed(1)} s`,
            `< ${marks.frozen} s`,
          ),
        ]
      }),
    )
  },
})
