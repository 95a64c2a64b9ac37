/** English speech without subtitles; whether they are good a person decides. */

import { inapplicable, type SeenClip, undetermined, violationOrPass } from '@fangxing/contract'
import { clipAt } from '../../src/material/imagery.ts'
import { seenVideo } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

export const missingSubtitles = defineRule({
  id: 'imagery/missing-subtitles',
  clause: 'baijiahao-2019/5.n',
  severity: 'review',
  title: say('英文视频没有字幕', 'English video without subtitles'),
  why: say('条款要求英文视频有合格的字幕。', 'The clause wants good subtitles on English video.'),
  fix: say('请加上中文字幕。', 'Add Chinese subtitles.'),
  needs: ['clips'],
  examples: [
    {
      name: say('英文无字幕', 'English without subtitles'),
      seen: { clips: [speaking('en', 'none')] },
      expect: 'violation',
    },
    {
      name: say('英文有字幕，质量要人看', 'English with subtitles'),
      seen: { clips: [speaking('en', 'burnt-in')] },
      expect: 'undetermined',
    },
    { name: say('中文', 'Chinese'), seen: { clips: [speaking('zh', 'none')] }, expect: 'pass' },
    {
      name: say('没有听写', 'speech was not written down'),
      seen: { clips: [seenVideo()] },
      expect: 'undetermined',
    },
    { name: say('没有视频', 'none at all'), seen: { clips: [] }, expect: 'inapplicable' },
  ],

  evaluate({ clips }) {
    const videos = clips.filter(({ video }) => video !== undefined)
    if (videos.length === 0) return inapplicable
    const foreign = videos.filter(({ sound }) => /^en/i.test(sound?.speech?.language ?? ''))
    const bare = foreign.filter(({ video }) => video?.subtitles?.kind === 'none')
    if (bare.length > 0) return violationOrPass(bare.map(tell))
    if (foreign.length > 0)
      return undetermined(say('字幕的质量如何？', 'Are the subtitles good?'), foreign.map(tell))
    return videos.some(({ sound }) => sound?.streams !== 0 && sound?.speech === undefined)
      ? undetermined(
          say(
            '没有听写，不知道说的是什么语言。',
            'Speech was not written down, so the language is not known.',
          ),
        )
      : violationOrPass([])
  },
})

function tell(clip: SeenClip) {
  return {
    place: clipAt(clip),
    message: say('视频说的是英文。', 'The video speaks English.'),
    measured: `${clip.sound?.speech?.language ?? ''}, ${clip.video?.subtitles?.kind ?? '?'}`,
  }
}

function speaking(language: string, kind: 'track' | 'burnt-in' | 'none'): SeenClip {
  const clip = seenVideo({ subtitles: { kind, words: [] } })
  return { ...clip, sound: { streams: 1, speech: { language, words: [] } } }
}
