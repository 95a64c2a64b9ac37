import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SeenClip } from '@fangxing/contract'
import { describeClip, toClock } from './describe-clip.ts'
import { drawClip } from './draw-clip.ts'

const CLIP: SeenClip = {
  name: '<script>',
  sha256: null,
  type: 'video/mp4',
  video: {
    ...{
      duration: 90,
      width: 1280,
      height: 720,
      framesPerSecond: 25,
      pixelRatio: 4 / 3,
      blur: 2.71,
    },
    black: [{ from: 60, to: 67.4 }],
    sceneCuts: [12],
    subtitles: { kind: 'burnt-in', words: [{ from: 1, to: 30, text: '加我 <b>微信' }] },
  },
  sound: { streams: 1, loudness: null },
  missing: [{ fact: 'speech', because: { zh: '没有配置', en: 'none is configured' } }],
}

test('every fact is a sentence with its seconds and its unit', () => {
  assert.deepEqual(
    describeClip(CLIP).map(({ en }) => en),
    [
      'video/mp4',
      '1280×720, 25 fps, 90 s',
      'pixels are not square: 1.33 times as wide as high',
      'black 1:00.0–1:07.4',
      'cuts at 0:12.0',
      'edges rise over 2.71 px',
      'burnt-in subtitles: 0:01.0 加我 <b>微信',
      'nothing is audible',
      'not seen, speech: none is configured',
    ],
  )
})

test('the strip has a row for what was looked for, and nothing of the clip is markup', () => {
  const drawn = drawClip(CLIP) ?? ''
  for (const label of ['换场', '黑场', '字幕']) assert.ok(drawn.includes(label), label)
  assert.ok(!drawn.includes('定格') && !drawn.includes('<b>') && !drawn.includes('<script'))
  assert.ok(drawn.includes('1:00.0–1:07.4'))
})

test('the number of a stretch stands in its bar whole', () => {
  const stretches = [{ from: 2, to: 3.2, blur: 2.71, shake: 0.45 }]
  const drawn = drawClip({ ...CLIP, video: { duration: 24, stretches } }) ?? ''
  assert.ok(drawn.includes('>2.7<') && drawn.includes('>0.45<'), drawn)
})

test('without a length there is no strip', () => {
  assert.equal(drawClip({ name: 'x', sha256: null, missing: [] }), null)
})

test('seconds are told as a clock does', () => {
  assert.deepEqual([0, 59.96, 61.25, 3600].map(toClock), ['0:00.0', '1:00.0', '1:01.3', '60:00.0'])
})
