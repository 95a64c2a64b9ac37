/**
 * A location interface is declared in `requiredPrivateInfos`; without it the platform answers
 * 61040 and the call does not work.
 *
 * Only calls of the eight interfaces count, by whichever framework name (`wx.`, `uni.`, `Taro.`).
 */

import { inapplicable, violationOrPass } from '@fangxing/contract'
import { baiduManifest, placeIn, wechatManifest } from '../../src/examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

/** The eight interfaces of the clause. */
const LOCATION = new Set([
  'getFuzzyLocation',
  'getLocation',
  'onLocationChange',
  'startLocationUpdate',
  'startLocationUpdateBackground',
  'chooseLocation',
  'choosePoi',
  'chooseAddress',
])

/** `wx.getLocation`: an object that stands for the platform, a dot, the interface. */
const PLATFORM_CALL = /^(?:wx|uni|Taro|mpx)\.(\w+)$/

const call = { name: 'wx.getLocation', place: placeIn('pages/map/map.js', 8) }

export const undeclaredLocation = defineRule({
  id: 'privacy/undeclared-location',
  clause: 'wechat-api/required-private-infos',
  severity: 'block',
  title: say('使用位置接口但没有声明', 'A location interface is used and not declared'),
  why: say(
    '没有在 requiredPrivateInfos 声明，提审返回 61040，接口也调用失败。',
    'Undeclared in requiredPrivateInfos, the submission answers 61040 and the call fails.',
  ),
  fix: say(
    '在 app.json 的 requiredPrivateInfos 里加上该接口，并在管理后台开通。',
    'Add the interface to requiredPrivateInfos in app.json, and enable it in the console of the platform.',
  ),
  needs: ['manifest', 'apiCalls'],
  examples: [
    {
      name: say('调用了，没有声明', 'called, not declared'),
      seen: { manifest: wechatManifest, apiCalls: [call] },
      expect: 'violation',
    },
    {
      name: say('已声明', 'declared'),
      seen: {
        manifest: { ...wechatManifest, requiredPrivateInfos: ['getLocation'] },
        apiCalls: [call],
      },
      expect: 'pass',
    },
    {
      name: say('打开地图不需要声明', 'opening a map needs no declaration'),
      seen: {
        manifest: wechatManifest,
        apiCalls: [{ name: 'wx.openLocation', place: placeIn('pages/map/map.js', 8) }],
      },
      expect: 'inapplicable',
    },
    {
      name: say('百度小程序不适用', 'a Baidu program is not concerned'),
      seen: { manifest: baiduManifest, apiCalls: [call] },
      expect: 'inapplicable',
    },
  ],

  evaluate({ manifest, apiCalls }) {
    if (manifest.platform !== 'wechat') return inapplicable
    const calls = apiCalls.flatMap(({ name, place }) => {
      const asked = PLATFORM_CALL.exec(name)?.[1] ?? ''
      return LOCATION.has(asked) ? [{ asked, place }] : []
    })
    if (calls.length === 0) return inapplicable
    const declared = manifest.requiredPrivateInfos
    return violationOrPass(
      calls
        .filter(({ asked }) => !declared.includes(asked))
        .map(({ asked, place }) => ({
          place,
          message: say(
            `调用了 ${asked}，app.json 没有声明它。`,
            `${asked} is called, and app.json does not declare it.`,
          ),
          measured: `requiredPrivateInfos [${declared.join(', ')}]`,
          limit: asked,
        })),
    )
  },
})
