/**
 * A clip carries a code: QR, mini-program or bar code.
 *
 * A code is no harm by itself; the scene decides whether it calls a person or is only remarked.
 */

import { seenClip, seenPicture } from '../../src/examples.ts'
import { judgeFrames } from '../../src/media-facts.ts'
import { findCodes } from '../../src/picture-signs.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

const BOX = { x: 500, y: 360, width: 120, height: 120 }

export const codeInClip = defineRule({
  id: 'clip/code-in-clip',
  clause: 'wechat-operation/10.2',
  severity: 'review',
  title: say('视频里有码', 'The clip carries a code'),
  why: say(
    '码会把人引到平台之外，那里没有检测。',
    'A code leads people to a place that nobody checks.',
  ),
  fix: say(
    '人工扫码看过再放行，或请用户去掉码。',
    'Let a person follow the code first, or ask the user to remove it.',
  ),
  needs: ['clips'],
  facts: ['frames', 'codes', 'known', 'hash'],
  label: 10001,
  examples: [
    {
      name: say('有二维码', 'a QR code'),
      seen: {
        clips: [
          seenClip({
            video: {
              frames: [
                {
                  at: 1,
                  picture: seenPicture({
                    codes: [{ symbology: 'qr', content: 'https://example.com/join', box: BOX }],
                  }),
                },
              ],
            },
          }),
        ],
      },
      expect: 'violation',
    },
    {
      name: say('没有码', 'no code'),
      seen: {
        clips: [seenClip({ video: { frames: [{ at: 1, picture: seenPicture({ codes: [] }) }] } })],
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
    return judgeFrames(clips, 'codes', findCodes)
  },
})
