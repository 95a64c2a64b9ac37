import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SeenPicture } from '@fangxing/contract'
import { describePicture } from './describe-picture.ts'
import { drawPicture } from './draw-picture.ts'

const box = { x: 10, y: 20, width: 30, height: 40 }
const SEEN: SeenPicture = {
  name: '封面 <1>',
  sha256: '',
  format: { type: 'image/png', width: 100, height: 80, frames: 1, bytes: 2048 },
  codes: [{ symbology: 'qr', content: 'https://a.example/?q="x"&y', box }],
  words: [{ text: '<script>', box, confidence: 0.9 }],
  watermarks: [{ text: '抖音', box, spot: 'top-left', platform: 'douyin' }],
  table: { rows: 3, columns: 4, box },
  known: [{ bank: 'own', label: 'x', kind: 'deny', distance: 4 }],
  missing: [{ fact: 'classes', because: { zh: '没有模型', en: 'no model' } }],
}

test('every code, word, mark and table has its box in pixels of the picture', () => {
  const svg = drawPicture(SEEN, 'a.png') ?? ''
  assert.equal(svg.match(/<rect x="10" y="20" width="30" height="40"/g)?.length, 4)
  assert.match(svg, /viewBox="0 0 100 80"/)
})

test('what the picture says cannot become markup', () => {
  const svg = drawPicture(SEEN, '"><script>') ?? ''
  assert.doesNotMatch(svg, /<script|<1>|"x"/)
})

test('a picture of unknown size is not drawn', () => {
  assert.equal(drawPicture({ name: 'a', sha256: '', missing: [] }, 'a.png'), null)
})

test('each fact is one sentence, and the missing come last with their reason', () => {
  const lines = describePicture(SEEN).map(({ en }) => en)
  assert.deepEqual(lines, [
    'image/png 100×80, 2 KB',
    'a code, qr: https://a.example/?q="x"&y',
    'words: <script>',
    'a watermark: 抖音（douyin）, top-left',
    'a table of 3 by 4',
    'like “x” of the bank own (deny, 4 of 256 bits differ)',
    'not seen, classes: no model',
  ])
})
