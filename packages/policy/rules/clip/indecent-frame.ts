/**
 * A clip looks, to a model, like pornography.
 *
 * Scores are hints: they call a person and stop nothing. Not where people allowed this very picture.
 */

import { seenClip, seenPicture } from '../../src/examples.ts'
import { judgeFrames } from '../../src/media-facts.ts'
import { findIndecent } from '../../src/picture-signs.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

export const indecentFrame = defineRule({
  id: 'clip/indecent-frame',
  clause: 'wechat-operation/10.2',
  severity: 'review',
  title: say('视频像色情内容', 'The clip looks indecent'),
  why: say(
    '模型只估计可能性，裸露也可能是艺术或医学，要由人来判断。',
    'A model only estimates, and nakedness can be art or medicine; a person decides.',
  ),
  fix: say('先不公开，人工看过再放行。', 'Hold it back until a person has seen it.'),
  needs: ['clips'],
  facts: ['frames', 'classes', 'known', 'hash'],
  label: 20002,
  examples: [
    {
      name: say('像色情', 'it looks like pornography'),
      seen: {
        clips: [
          seenClip({
            video: {
              frames: [
                { at: 1, picture: seenPicture({ classes: [{ name: 'porn', score: 0.93 }] }) },
              ],
            },
          }),
        ],
      },
      expect: 'violation',
    },
    {
      name: say('普通画面', 'an ordinary sight'),
      seen: {
        clips: [
          seenClip({
            video: {
              frames: [
                {
                  at: 1,
                  picture: seenPicture({
                    classes: [
                      { name: 'neutral', score: 0.97 },
                      { name: 'porn', score: 0.01 },
                    ],
                  }),
                },
              ],
            },
          }),
        ],
      },
      expect: 'pass',
    },
    {
      name: say('没有测到', 'what could not be measured'),
      seen: { clips: [seenClip({ video: { frames: [{ at: 1, picture: seenPicture() }] } })] },
      expect: 'undetermined',
    },
  ],

  evaluate({ clips }) {
    return judgeFrames(clips, 'classes', findIndecent)
  },
})
