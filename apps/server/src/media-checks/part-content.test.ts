import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SeenClip, SeenPicture } from '@fangxing/contract'
import { partContent } from './part-content.ts'

const BOX = { x: 1, y: 2, width: 3, height: 4 }
const NONE_MISSING = { missing: [] }

test('of a picture its words and what its codes hold are parted from where they stand', () => {
  const seen: SeenPicture = {
    ...{ name: 'media', sha256: 'ab', wordShare: 0.5, ...NONE_MISSING },
    words: [
      { text: '家住幸福路', box: BOX, confidence: 0.9 },
      { text: '三号', box: BOX, confidence: 0.8 },
    ],
    codes: [
      { symbology: 'qr', content: 'https://a.example', box: BOX },
      { symbology: 'mini-program', content: null, box: BOX },
    ],
  }
  assert.deepEqual(partContent(seen), {
    measured: {
      ...{ name: 'media', sha256: 'ab', wordShare: 0.5, ...NONE_MISSING },
      words: [
        { box: BOX, confidence: 0.9 },
        { box: BOX, confidence: 0.8 },
      ],
      codes: [
        { symbology: 'qr', box: BOX },
        { symbology: 'mini-program', box: BOX },
      ],
    },
    texts: [
      { field: 'words', text: '家住幸福路\n三号' },
      { field: 'codes', text: 'https://a.example' },
    ],
  })
})

test('of a clip what is said and shown as subtitles is parted from what was measured', () => {
  const said = [{ from: 0, to: 2, text: '我的电话是' }]
  const seen: SeenClip = {
    ...{ name: 'media', sha256: 'ab', ...NONE_MISSING },
    video: { duration: 2, subtitles: { kind: 'track', words: said } },
    sound: { streams: 1, speech: { language: 'zh', words: said } },
  }
  assert.deepEqual(partContent(seen), {
    measured: {
      ...{ name: 'media', sha256: 'ab', ...NONE_MISSING },
      video: { duration: 2, subtitles: { kind: 'track' } },
      sound: { streams: 1, speech: { language: 'zh' } },
    },
    texts: [
      { field: 'subtitles', text: '我的电话是' },
      { field: 'speech', text: '我的电话是' },
    ],
  })
})

test('what says nothing has no texts', () => {
  const seen: SeenPicture = { name: 'media', sha256: 'ab', words: [], codes: [], missing: [] }
  assert.deepEqual(partContent(seen), { measured: seen, texts: [] })
  const silent: SeenClip = { name: 'media', sha256: 'ab', sound: { streams: 0 }, missing: [] }
  assert.deepEqual(partContent(silent), { measured: silent, texts: [] })
})
