/** What plays after the content: its length and whether it can be closed, as declared. */

import { inapplicable, undetermined, violationOrPass } from '@fangxing/contract'
import { seenMaterial } from '../../src/material-examples.ts'
import { baijiahaoProfile } from '../../src/profiles/material-profiles.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

export const postRoll = defineRule({
  id: 'advertising/post-roll',
  clause: 'baijiahao-2019/2.5.b',
  severity: 'block',
  title: say(
    '播放后广告过长或不可关闭',
    'An advert after play that is too long or cannot be closed',
  ),
  why: say(
    '播放后广告不得超过 15 秒，且必须可关闭。',
    'An advert after play lasts 15 seconds at most and can be closed.',
  ),
  fix: say('请缩短广告，并提供关闭按钮。', 'Shorten it and give it a close button.'),
  needs: ['material', 'profile'],
  examples: [
    {
      name: say('二十秒', 'twenty seconds'),
      seen: {
        material: seenMaterial({ kind: 'video', postRoll: { seconds: 20, closable: true } }),
        profile: baijiahaoProfile,
      },
      expect: 'violation',
    },
    {
      name: say('不可关闭', 'it cannot be closed'),
      seen: {
        material: seenMaterial({ kind: 'video', postRoll: { seconds: 10, closable: false } }),
        profile: baijiahaoProfile,
      },
      expect: 'violation',
    },
    {
      name: say('十五秒可关闭', 'fifteen seconds, closable'),
      seen: {
        material: seenMaterial({ kind: 'video', postRoll: { seconds: 15, closable: true } }),
        profile: baijiahaoProfile,
      },
      expect: 'pass',
    },
    {
      name: say('没有声明', 'not declared'),
      seen: { material: seenMaterial({ kind: 'video' }), profile: baijiahaoProfile },
      expect: 'undetermined',
    },
    {
      name: say('图文', 'an article'),
      seen: { material: seenMaterial(), profile: baijiahaoProfile },
      expect: 'inapplicable',
    },
  ],

  evaluate({ material, profile }) {
    if (material.kind !== 'video' && material.kind !== 'audio') return inapplicable
    const { postRoll: played } = material
    if (played === null) {
      return undetermined(
        say('没有声明播放后广告的时长和关闭方式。', 'What plays after it is not declared.'),
      )
    }
    const place = { kind: 'submission', field: 'postRoll' } as const
    return violationOrPass([
      ...(played.seconds > profile.postRollSeconds
        ? [
            {
              place,
              message: say('播放后广告过长。', 'The advert after play is too long.'),
              measured: `${played.seconds} s`,
              limit: `${profile.postRollSeconds} s`,
            },
          ]
        : []),
      ...(played.closable
        ? []
        : [
            {
              place,
              message: say('播放后广告不可关闭。', 'The advert after play cannot be closed.'),
              measured: 'closable: false',
            },
          ]),
    ])
  },
})
