/**
 * A clip says or shows a word that is listed to be stopped.
 *
 * What is said, written beneath or shown in a frame counts alike. Speech that nobody wrote down and
 * frames that nobody read leave the rule undetermined.
 */

import { seenClip, seenHit, seenPicture } from '../../src/examples.ts'
import { findingsOf } from '../../src/hits.ts'
import { hitsIn, judgeWords } from '../../src/media-facts.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

const PLACE = { kind: 'clip', clip: 'media', from: 1, to: 2 } as const

export const listedWordInClip = defineRule({
  id: 'clip/listed-word',
  clause: 'wechat-filing-2022/3.3',
  severity: 'block',
  title: say('音视频里有词库要求拦截的词', 'The clip has a word that is listed to be stopped'),
  why: say(
    '说出来或显示在画面上的违规词，和打字发出来的一样。',
    'A word that is said or shown reaches people like a typed one.',
  ),
  fix: say('请用户改掉这一段再发布。', 'Ask the user to cut this part before publishing.'),
  needs: ['clips', 'termHits'],
  facts: ['frames', 'words', 'loudness', 'speech', 'subtitles'],
  examples: [
    {
      name: say('拦截级的词', 'a word at block level'),
      seen: {
        clips: [seenClip({ video: { frames: [{ at: 1, picture: seenPicture({ words: [] }) }] } })],
        termHits: [seenHit({ level: 'block', place: PLACE })],
      },
      expect: 'violation',
    },
    {
      name: say('复审级的词不归这条管', 'a word at review level is not this rule’s'),
      seen: {
        clips: [seenClip({ video: { frames: [{ at: 1, picture: seenPicture({ words: [] }) }] } })],
        termHits: [seenHit({ level: 'review', place: PLACE })],
      },
      expect: 'pass',
    },
    {
      name: say('声音没有转写', 'speech that nobody wrote down'),
      seen: { clips: [seenClip({ type: 'audio/mpeg', sound: { streams: 1 } })], termHits: [] },
      expect: 'undetermined',
    },
    {
      name: say('没有音视频', 'no clip'),
      seen: { clips: [], termHits: [] },
      expect: 'inapplicable',
    },
  ],

  evaluate({ clips, termHits }) {
    return judgeWords(clips, findingsOf(hitsIn('clip', termHits), ['block']))
  },
})
