import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { toClipFormat } from './read-format.ts'

function probed(...streams: object[]): string {
  return JSON.stringify({ streams, format: { duration: '12.5', start_time: '0.25' } })
}

const VIDEO = { codec_type: 'video', width: 1920, height: 1080, avg_frame_rate: '30000/1001' }

test('a video is given as it is shown', () => {
  assert.deepEqual(
    toClipFormat(probed({ ...VIDEO, sample_aspect_ratio: '4:3', start_time: '0.5' }))?.video,
    {
      width: 1920,
      height: 1080,
      framesPerSecond: 30000 / 1001,
      pixelRatio: 4 / 3,
      startsAt: 0.25,
    },
  )
})

test('what a phone recorded upright is upright', () => {
  const turned = { ...VIDEO, side_data_list: [{ rotation: -90 }] }
  const { width, height } = toClipFormat(probed(turned))?.video ?? {}
  assert.deepEqual([width, height], [1080, 1920])
})

test('the cover of a song is no video', () => {
  const song = probed(
    { codec_type: 'audio', sample_rate: '44100', channels: 2, duration: '3.2' },
    { ...VIDEO, disposition: { attached_pic: 1 } },
  )
  assert.equal(toClipFormat(song)?.video, undefined)
  assert.deepEqual(toClipFormat(song)?.sounds, [{ startsAt: 0, duration: 3.2 }])
})

test('streams that nobody could make out are left out', () => {
  const damaged = probed(
    { codec_type: 'audio', sample_rate: '0' },
    { codec_type: 'video', width: 0 },
  )
  assert.deepEqual(toClipFormat(damaged), { duration: 12.5, sounds: [], subtitles: [] })
})

test('a rate of nothing is no rate', () => {
  assert.equal(
    'framesPerSecond' in (toClipFormat(probed({ ...VIDEO, avg_frame_rate: '0/0' }))?.video ?? {}),
    false,
  )
})

test('a subtitle track says its language when it has one', () => {
  const tracks = probed(
    { codec_type: 'subtitle', codec_name: 'subrip', tags: { language: 'chi' } },
    { codec_type: 'subtitle', tags: { language: 'und' } },
  )
  assert.deepEqual(toClipFormat(tracks)?.subtitles, [
    { codec: 'subrip', language: 'chi' },
    { codec: 'unknown' },
  ])
})

test('any JSON and any text give a format or null', () => {
  fc.assert(fc.property(fc.oneof(fc.json(), fc.string()), (text) => void toClipFormat(text)))
})
