import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SeenPicture, SeenWords } from '@fangxing/contract'
import { findRepeatedWatermarks } from './find-repeated-watermarks.ts'
import { findWatermarks } from './find-watermarks.ts'

const SIZE = { width: 1000, height: 800 }

function words(text: string, x: number, y: number, width = 120, height = 24): SeenWords {
  return { text, confidence: 0.95, box: { x, y, width, height } }
}

const marks: [name: string, word: SeenWords, spot: string, platform?: string][] = [
  ['a platform in the lower right', words('抖音', 860, 760), 'bottom-right', 'douyin'],
  ['a platform with gaps and capitals', words('Tik Tok', 20, 10), 'top-left', 'douyin'],
  ['an account in the lower left', words('@某某摄影', 20, 760), 'bottom-left'],
  ['a source at the middle of the lower edge', words('图源：网络', 440, 770), 'bottom'],
  ['an address in the upper right', words('www.example.com', 800, 10, 190), 'top-right'],
  ['lone words in a corner', words('小明的厨房', 860, 760), 'bottom-right'],
]

for (const [name, word, spot, platform] of marks) {
  test(`${name} is a mark`, () => {
    const title = words('今天教大家做一道菜', 200, 300, 600, 60)
    const [mark, ...rest] = findWatermarks([title, word], SIZE)
    assert.deepEqual(rest, [])
    assert.deepEqual([mark?.spot, mark?.platform], [spot, platform])
  })
}

const innocent: [name: string, words: readonly SeenWords[]][] = [
  ['a headline that names a platform', [words('抖音 怎么拍视频', 200, 300, 600, 90)]],
  ['a large title at the top', [words('@全体同事', 20, 10, 500, 120)]],
  [
    'a paragraph that ends in a corner',
    [
      words('第一行文字第一行文字', 20, 700, 900),
      words('第二行文字第二行', 20, 730, 900),
      words('第三行。', 20, 760),
    ],
  ],
  ['a lone line of a poster, too high for a mark', [words('名额有限', 700, 740, 150, 40)]],
  ['a lone line of a poster, too long for a mark', [words('每天一个生活小常识', 20, 760, 310)]],
  ['words in the middle', [words('小明的厨房', 440, 400)]],
]

for (const [name, seen] of innocent) {
  test(`${name} is no mark`, () => {
    assert.deepEqual(findWatermarks(seen, SIZE), [])
  })
}

test('the same words three times over the picture are a mark, twice are not', () => {
  const tiles = [words('样图', 100, 100), words('样 图', 400, 400), words('样图', 700, 600)]
  assert.deepEqual(
    findWatermarks(tiles, SIZE).map(({ spot }) => spot),
    ['all-over', 'all-over', 'all-over'],
  )
  assert.deepEqual(findWatermarks(tiles.slice(1), SIZE), [])
})

function pictureWith(name: string, seen: readonly SeenWords[], width = 1000): SeenPicture {
  const format = { type: 'image/png', width, height: 800, frames: 1, bytes: 1 }
  return { name, sha256: '', format, words: seen, missing: [] }
}

test('words at the same spot of three pictures are a repeated mark', () => {
  const pictures = [
    pictureWith('1', [words('快手号 abc', 850, 20)]),
    pictureWith('2', [words('快手号abc', 860, 22), words('别的字', 300, 300)]),
    pictureWith('3', [words('快手号ABC', 1710, 20, 240)], 2000),
  ]
  const [mark, ...rest] = findRepeatedWatermarks(pictures)
  assert.deepEqual(rest, [])
  assert.equal(mark?.platform, 'kuaishou')
  assert.deepEqual(
    mark?.seen.map(({ picture }) => picture),
    ['1', '2', '3'],
  )
  assert.deepEqual(findRepeatedWatermarks(pictures.slice(1)), [])
})

test('the same words at other spots are not', () => {
  const pictures = [100, 400, 700].map((x) => pictureWith(String(x), [words('快手', x, 20)]))
  assert.deepEqual(findRepeatedWatermarks(pictures), [])
})
