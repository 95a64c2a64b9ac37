import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placeIn, wechatManifest } from '../../src/examples.ts'
import { judgeBy } from '../../src/judge-by.ts'
import { undeclaredBackgroundMode } from './undeclared-background-mode.ts'

const cases: [name: string, modes: string[], call: string, expect: string][] = [
  ['only location is declared', ['location'], 'wx.getBackgroundAudioManager', 'violation'],
  ['audio among others', ['location', 'audio'], 'wx.getBackgroundAudioManager', 'pass'],
  ['the same through a framework', [], 'Taro.getBackgroundAudioManager', 'violation'],
  ['the old state call plays nothing', [], 'wx.getBackgroundAudioPlayerState', 'inapplicable'],
]

for (const [name, requiredBackgroundModes, call, expect] of cases) {
  test(`${name} → ${expect}`, () => {
    const seen = {
      manifest: { ...wechatManifest, requiredBackgroundModes },
      apiCalls: [{ name: call, place: placeIn('pages/a/a.js') }],
    }
    assert.equal(judgeBy(undeclaredBackgroundMode, seen).kind, expect)
  })
}
