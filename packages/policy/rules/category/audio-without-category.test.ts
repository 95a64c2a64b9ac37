import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Observations } from '@fangxing/contract'
import { placeIn, seenPage, seenText, submitted, wechatManifest } from '../../src/examples.ts'
import { judgeBy } from '../../src/judge-by.ts'
import { audioWithoutCategory } from './audio-without-category.ts'

function call(name: string): Observations['apiCalls'][number] {
  return { name, place: placeIn('pages/play/play.js', 3) }
}

const playback: Partial<Observations> = {
  manifest: wechatManifest,
  pages: [],
  texts: [],
  apiCalls: [call('wx.getBackgroundAudioManager')],
  submission: submitted('工具-信息查询'),
}

const cases: [name: string, seen: Partial<Observations>, expect: string][] = [
  ['a label of FM', { texts: [seenText('FM 101.1', 'a.wxml')] }, 'violation'],
  ['a title of podcasts', { pages: [seenPage('pages/a/a', '播客')] }, 'violation'],
  [
    'the same through a framework',
    { apiCalls: [call('uni.getBackgroundAudioManager')], texts: [seenText('电台', 'a.vue')] },
    'violation',
  ],
  ['a Bluetooth beacon', { texts: [seenText('开启广播', 'a.wxml')] }, 'undetermined'],
  ['a play on the radio', { texts: [seenText('广播剧', 'a.wxml')] }, 'violation'],
  [
    'the call that was replaced',
    { apiCalls: [call('wx.playBackgroundAudio')], texts: [seenText('电台', 'a.wxml')] },
    'violation',
  ],
  [
    'a sound effect',
    { apiCalls: [call('wx.createInnerAudioContext')], texts: [seenText('电台', 'a.wxml')] },
    'inapplicable',
  ],
  ['a timer that rings', { pages: [seenPage('pages/timer/timer', '番茄钟')] }, 'undetermined'],
  ['music with its category', { submission: submitted('文娱-音乐') }, 'pass'],
]

for (const [name, seen, expect] of cases) {
  test(`${name} → ${expect}`, () => {
    assert.equal(judgeBy(audioWithoutCategory, { ...playback, ...seen }).kind, expect)
  })
}
