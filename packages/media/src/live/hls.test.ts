import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readPlaylist } from './hls.ts'

const AT = 'https://live.example.com/a/index.m3u8'

test('a playlist of streams gives their addresses, absolute', () => {
  const text =
    '#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=800000,CODECS="avc1,mp4a"\nlow/x.m3u8\n#EXT-X-STREAM-INF:BANDWIDTH=3000000\n/high.m3u8\n'
  assert.deepEqual(readPlaylist(text, AT), {
    kind: 'offers',
    streams: [
      { url: 'https://live.example.com/a/low/x.m3u8', bandwidth: 800000 },
      { url: 'https://live.example.com/high.m3u8', bandwidth: 3000000 },
    ],
  })
})

test('pieces have their length, number, key and part of a file', () => {
  const text = [
    '#EXTM3U',
    '#EXT-X-MEDIA-SEQUENCE:7',
    '#EXT-X-MAP:URI="head.mp4"',
    '#EXTINF:4.0,',
    'a.ts',
    '#EXT-X-KEY:METHOD=AES-128,URI="k.bin",IV=0xFF',
    '#EXTINF:2.5,title',
    '#EXT-X-BYTERANGE:100@50',
    'b.ts',
    '#EXT-X-KEY:METHOD=NONE',
    '#EXT-X-BYTERANGE:20',
    '#EXTINF:1,',
    'b.ts',
    '#EXT-X-ENDLIST',
  ].join('\r\n')
  const at = 'https://live.example.com/a'
  assert.deepEqual(readPlaylist(text, AT), {
    kind: 'pieces',
    head: `${at}/head.mp4`,
    isEnded: true,
    pieces: [
      { url: `${at}/a.ts`, seconds: 4, sequence: 7 },
      {
        url: `${at}/b.ts`,
        seconds: 2.5,
        sequence: 8,
        key: { method: 'AES-128', url: `${at}/k.bin`, vector: 'FF' },
        range: { start: 50, length: 100 },
      },
      { url: `${at}/b.ts`, seconds: 1, sequence: 9, range: { start: 150, length: 20 } },
    ],
  })
})

test('what does not begin as a playlist is none', () => {
  assert.equal(readPlaylist('<html>', AT), null)
})

test('any text after the first line is read', () => {
  const line = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '#EXTINF:3,',
      '#EXT-X-KEY:METHOD=AES-128',
      '#EXT-X-BYTERANGE:x@y',
      'http://[',
      '#EXT-X-STREAM-INF:',
    ),
  )
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      assert.notEqual(readPlaylist(['#EXTM3U', ...lines].join('\n'), AT), null)
    }),
  )
})
