import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { CHINESE_FAMILY, useChineseType } from '../../test/chinese-type.ts'
import { observePicture } from '../observe/observe-picture.ts'
import { createWordReader } from './word-reader.ts'

useChineseType()
const reader = createWordReader()

interface Drawing {
  readonly width: number
  readonly height: number
  readonly body: string
}

function line(x: number, y: number, size: number, text: string, extra = ''): string {
  return `<text x="${x}" y="${y}" font-family="${CHINESE_FAMILY}" font-size="${size}" ${extra}>${text}</text>`
}

async function wordsOf({ width, height, body }: Drawing) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/>${body}</svg>`
  const bytes = await sharp(Buffer.from(svg)).jpeg({ quality: 90 }).toBuffer()
  return await observePicture(
    { name: 'drawing', bytes },
    { wanted: ['words', 'wordShare'], models: { words: reader } },
  )
}

const readings: [name: string, text: string, drawing: Drawing][] = [
  [
    'a line of Chinese',
    '扫码加群领取红包',
    { width: 600, height: 120, body: line(20, 80, 48, '扫码加群领取红包') },
  ],
  [
    'Chinese with Latin letters and digits',
    '加微信abc138领取',
    { width: 600, height: 120, body: line(20, 80, 48, '加微信abc138领取') },
  ],
  [
    'white words on red',
    '限时优惠',
    {
      width: 400,
      height: 120,
      body: `<rect width="400" height="120" fill="#c00"/>${line(40, 80, 56, '限时优惠', 'fill="#fff"')}`,
    },
  ],
  [
    'a line that leans',
    '内容安全审核平台',
    {
      width: 600,
      height: 400,
      body: line(60, 300, 48, '内容安全审核平台', 'transform="rotate(-20 60 300)"'),
    },
  ],
  [
    'a line upside down',
    '内容安全审核平台',
    {
      width: 600,
      height: 200,
      body: line(80, 120, 48, '内容安全审核平台', 'transform="rotate(180 300 100)"'),
    },
  ],
  [
    'a line that runs upwards',
    '内容安全审核平台',
    {
      width: 200,
      height: 600,
      body: line(120, 520, 48, '内容安全审核平台', 'transform="rotate(-90 120 520)"'),
    },
  ],
  [
    'a line that runs downwards',
    '内容安全审核平台',
    {
      width: 200,
      height: 600,
      body: line(80, 60, 48, '内容安全审核平台', 'transform="rotate(90 80 60)"'),
    },
  ],
  [
    'small words in a large picture',
    '来源网络',
    { width: 1600, height: 1200, body: line(1450, 1180, 24, '来源网络', 'fill="#666"') },
  ],
]

for (const [name, text, drawing] of readings) {
  test(`${name} is read`, async () => {
    const { words } = await wordsOf(drawing)
    assert.deepEqual(
      words?.map((word) => word.text),
      [text],
    )
  })
}

test('the box lies around the words, in pixels of the picture', async () => {
  const { words } = await wordsOf({
    width: 3000,
    height: 3000,
    body: line(1000, 2000, 150, '放行'),
  })
  const box = words?.[0]?.box
  assert.ok(box && box.x > 940 && box.x < 1020 && box.y > 1820 && box.y < 1900, JSON.stringify(box))
  assert.ok(
    box.width > 270 && box.width < 370 && box.height > 120 && box.height < 230,
    JSON.stringify(box),
  )
})

test('lines come from top to bottom and from left to right', async () => {
  const body =
    line(30, 200, 40, '第三行') + line(330, 82, 40, '第二行') + line(30, 80, 40, '第一行')
  const { words } = await wordsOf({ width: 600, height: 260, body })
  assert.deepEqual(
    words?.map(({ text }) => text),
    ['第一行', '第二行', '第三行'],
  )
})

test('a picture without words has none, and its share is 0', async () => {
  const body =
    '<circle cx="200" cy="150" r="90" fill="#396"/><rect x="350" y="60" width="120" height="180" fill="#c63"/>'
  const { words, wordShare } = await wordsOf({ width: 600, height: 300, body })
  assert.deepEqual(words, [])
  assert.equal(wordShare, 0)
})
