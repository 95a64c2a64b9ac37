/** No sound at all; nearly all of it silent asks a person, for some clips are meant to be. */

import { violationOrPass } from '@fangxing/contract'
import { clipAt, judgeClips, when } from '../../src/material/imagery.ts'
import { seenClipWith, seenVideo } from '../../src/material-examples.ts'
import { baijiahaoProfile } from '../../src/profiles/material-profiles.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

export const silent = defineRule({
  id: 'imagery/silent',
  clause: 'baijiahao-2019/5.m',
  severity: 'block',
  title: say('视频无声', 'Silent'),
  why: say('条款要求避免无声。', 'The clause wants no silent video.'),
  fix: say('请补上声音。', 'Add the sound.'),
  needs: ['clips', 'profile'],
  examples: [
    {
      name: say('没有音轨', 'no sound track'),
      seen: { clips: [{ ...seenVideo(), sound: { streams: 0 } }], profile: baijiahaoProfile },
      expect: 'violation',
    },
    {
      name: say('有声音', 'with sound'),
      seen: { clips: [seenVideo()], profile: baijiahaoProfile },
      expect: 'pass',
    },
    {
      name: say('几乎无声', 'nearly silent'),
      seen: {
        clips: [
          {
            ...seenVideo(),
            sound: { streams: 1, duration: 30, silent: [{ from: 0, to: 29.5 }], loudness: -60 },
          },
        ],
        profile: baijiahaoProfile,
      },
      expect: 'undetermined',
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
    const { silent: mostSilent, loudness: least } = profile.clips
    const mute = clips.filter(({ video, sound }) => video !== undefined && sound?.streams === 0)
    if (mute.length > 0) {
      return violationOrPass(
        mute.map((clip) => ({
          place: clipAt(clip),
          message: say('视频没有音轨。', 'The video has no sound track.'),
          measured: '0',
        })),
      )
    }
    return judgeClips(
      clips,
      (clip) => {
        if (clip.sound?.silent === undefined || clip.sound.loudness === undefined) return null
        const { silent, loudness, duration = 0 } = clip.sound
        const quiet = silent.reduce((sum, { from, to }) => sum + to - from, 0)
        const share = duration > 0 ? quiet / duration : 0
        return when(
          share > mostSilent || (loudness ?? Number.NEGATIVE_INFINITY) < least,
          clipAt(clip),
          say('几乎听不到声音。', 'Next to nothing can be heard.'),
          `${Math.round(share * 100)} %, ${loudness === null ? '−∞' : loudness.toFixed(0)} LUFS`,
          `${mostSilent * 100} %, ${least} LUFS`,
        )
      },
      say('这段视频本来就该无声吗？', 'Is it meant to be silent?'),
    )
  },
})
