/**
 * A clip says or shows a word that has innocent uses too, so a person hears it.
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

export const doubtfulWordInClip = defineRule({
  id: 'clip/doubtful-word',
  clause: 'wechat-operation/10.2',
  severity: 'review',
  title: say(
    '音视频里有需要人听看的词',
    'The clip has a word that a person should hear in context',
  ),
  why: say(
    '这个词单独看不能定性，要结合上下文。',
    'The word alone decides nothing; what is said around it does.',
  ),
  fix: say('先不公开，人工看过再放行。', 'Hold it back until a person has seen it.'),
  needs: ['clips', 'termHits'],
  facts: ['frames', 'words', 'loudness', 'speech', 'subtitles'],
  examples: [
    {
      name: say('复审级的词', 'a word at review level'),
      seen: {
        clips: [seenClip({ video: { frames: [{ at: 1, picture: seenPicture({ words: [] }) }] } })],
        termHits: [seenHit({ level: 'review', place: PLACE })],
      },
      expect: 'violation',
    },
    {
      name: say('拦截级的词不归这条管', 'a word at block level is not this rule’s'),
      seen: {
        clips: [seenClip({ video: { frames: [{ at: 1, picture: seenPicture({ words: [] }) }] } })],
        termHits: [seenHit({ level: 'block', place: PLACE })],
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
    return judgeWords(clips, findingsOf(hitsIn('clip', termHits), ['review']))
  },
})
