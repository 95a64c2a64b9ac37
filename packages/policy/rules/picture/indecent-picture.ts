/**
 * A picture looks, to a model, like pornography.
 *
 * Scores are hints: they call a person and stop nothing. Not where people allowed this very picture.
 */

import { seenPicture } from '../../src/examples.ts'
import { judgeSights, sightsOf } from '../../src/media-facts.ts'
import { findIndecent } from '../../src/picture-signs.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

export const indecentPicture = defineRule({
  id: 'picture/indecent-picture',
  clause: 'wechat-operation/10.2',
  severity: 'review',
  title: say('图片像色情内容', 'The picture looks indecent'),
  why: say(
    '模型只估计可能性，裸露也可能是艺术或医学，要由人来判断。',
    'A model only estimates, and nakedness can be art or medicine; a person decides.',
  ),
  fix: say('先不公开，人工看过再放行。', 'Hold it back until a person has seen it.'),
  needs: ['pictures'],
  facts: ['classes', 'known', 'hash'],
  label: 20002,
  examples: [
    {
      name: say('像色情', 'it looks like pornography'),
      seen: { pictures: [seenPicture({ classes: [{ name: 'porn', score: 0.93 }] })] },
      expect: 'violation',
    },
    {
      name: say('普通画面', 'an ordinary sight'),
      seen: {
        pictures: [
          seenPicture({
            classes: [
              { name: 'neutral', score: 0.97 },
              { name: 'porn', score: 0.01 },
            ],
          }),
        ],
      },
      expect: 'pass',
    },
    {
      name: say('没有测到', 'what could not be measured'),
      seen: { pictures: [seenPicture()] },
      expect: 'undetermined',
    },
  ],

  evaluate({ pictures }) {
    return judgeSights(sightsOf(pictures), 'classes', findIndecent)
  },
})
