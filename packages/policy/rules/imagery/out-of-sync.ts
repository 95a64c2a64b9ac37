/** Sound that starts apart from the picture; lips are for a person. */

import { clipAt, inVideo, judgeClips, when } from '../../src/material/imagery.ts'
import { seenClipWith, seenVideo } from '../../src/material-examples.ts'
import { baijiahaoProfile } from '../../src/profiles/material-profiles.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

export const outOfSync = defineRule({
  id: 'imagery/out-of-sync',
  clause: 'baijiahao-2019/5.l',
  severity: 'review',
  title: say('音画可能不同步', 'Sound and picture may disagree'),
  why: say(
    '条款要求避免音画不同步；口型只有人能看。',
    'The clause wants sound and picture to agree; lips are for a person.',
  ),
  fix: say('请对齐音轨。', 'Align the sound.'),
  needs: ['clips', 'profile'],
  examples: [
    {
      name: say('声音晚半秒', 'half a second late'),
      seen: { clips: [seenVideo({ soundOffset: 0.5 })], profile: baijiahaoProfile },
      expect: 'undetermined',
    },
    {
      name: say('对齐', 'aligned'),
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
    const most = profile.clips.soundOffset
    return judgeClips(
      clips,
      inVideo((video, clip) => {
        if (clip.sound?.streams === 0) return []
        const { soundOffset } = video
        if (soundOffset === undefined) return null
        return when(
          Math.abs(soundOffset) > most,
          clipAt(clip),
          say('声音与画面的起点不一致。', 'Sound and picture do not start together.'),
          `${soundOffset.toFixed(2)} s`,
          `${most} s`,
        )
      }),
      say('声音与画面对得上吗？', 'Do sound and picture agree?'),
    )
  },
})
