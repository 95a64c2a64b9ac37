/**
 * A video or sound cannot be read: no other rule has seen or heard it.
 *
 * Some phone may play it all the same; so a person looks.
 */

import { inapplicable, violationOrPass } from '@fangxing/contract'
import { seenClip } from '../../src/examples.ts'
import { whyAbsent } from '../../src/media-facts.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

const BROKEN = say('没有可播放的内容。', 'There is nothing in it that plays.')

export const unreadableClip = defineRule({
  id: 'clip/unreadable-clip',
  clause: 'wechat-operation/10.2',
  severity: 'review',
  title: say('音视频读不出来', 'The clip cannot be read'),
  why: say(
    '读不出来的音视频没有经过任何检查。',
    'No rule has looked at or listened to such a clip.',
  ),
  fix: say('请用户换一种格式重新上传。', 'Ask the user to upload it in another format.'),
  needs: ['clips'],
  facts: ['duration'],
  examples: [
    {
      name: say('没有可播放的内容', 'nothing in it plays'),
      seen: {
        clips: [{ name: 'media', sha256: '', missing: [{ fact: 'type', because: BROKEN }] }],
      },
      expect: 'violation',
    },
    {
      name: say('有声音', 'there is sound'),
      seen: { clips: [seenClip({ sound: { streams: 1 } })] },
      expect: 'pass',
    },
    { name: say('没有音视频', 'no clip'), seen: { clips: [] }, expect: 'inapplicable' },
  ],

  evaluate({ clips }) {
    if (clips.length === 0) return inapplicable
    return violationOrPass(
      clips
        .filter(({ video, sound }) => video === undefined && sound === undefined)
        .map((clip) => ({
          place: { kind: 'clip', clip: clip.name, from: 0, to: 0 },
          message: whyAbsent(clip, clip.type === undefined ? 'type' : 'sound'),
          measured: clip.type ?? clip.name,
        })),
    )
  },
})
