/** Playing in the background is declared in `app.json`, or playback stops with the screen. */

import { inapplicable, violationOrPass } from '@fangxing/contract'
import { onePerFile } from '../../src/category.ts'
import { placeIn, wechatManifest } from '../../src/examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

/** The call of today, and the one that it replaced and that still works. */
const BACKGROUND_CALL = /\.(getBackgroundAudioManager|playBackgroundAudio)$/

const call = { name: 'wx.getBackgroundAudioManager', place: placeIn('pages/play/play.js', 3) }

export const undeclaredBackgroundMode = defineRule({
  id: 'package/undeclared-background-mode',
  clause: 'wechat-api/required-background-modes',
  severity: 'advise',
  title: say('后台播放没有在 app.json 声明', 'Background playback is not declared in app.json'),
  why: say(
    '没有声明，切到后台就停；声明后正式版还要审核。',
    'Undeclared, playback stops in the background; declared, it is part of the review.',
  ),
  fix: say(
    '在 app.json 的 requiredBackgroundModes 里加上 audio。',
    'Add audio to requiredBackgroundModes in app.json.',
  ),
  needs: ['manifest', 'apiCalls'],
  examples: [
    {
      name: say('后台播放，没有声明', 'background playback, undeclared'),
      seen: { manifest: wechatManifest, apiCalls: [call] },
      expect: 'violation',
    },
    {
      name: say('已声明 audio', 'audio is declared'),
      seen: {
        manifest: { ...wechatManifest, requiredBackgroundModes: ['audio'] },
        apiCalls: [call],
      },
      expect: 'pass',
    },
    {
      name: say('没有后台播放', 'no background playback'),
      seen: { manifest: wechatManifest, apiCalls: [] },
      expect: 'inapplicable',
    },
  ],

  evaluate({ manifest, apiCalls }) {
    const calls = onePerFile(apiCalls.filter(({ name }) => BACKGROUND_CALL.test(name)))
    if (manifest.platform !== 'wechat' || calls.length === 0) return inapplicable
    return violationOrPass(
      manifest.requiredBackgroundModes.includes('audio')
        ? []
        : calls.map(({ name, place }) => ({
            place,
            message: say(
              '这里在后台播放，app.json 没有声明 audio。',
              'This plays in the background, and app.json does not declare audio.',
            ),
            measured: `${name}; requiredBackgroundModes [${manifest.requiredBackgroundModes.join(', ')}]`,
            limit: 'audio',
          })),
    )
  },
})
