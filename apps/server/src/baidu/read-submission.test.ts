import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fits } from './check-pictures.ts'
import { MOUNT_LIMITS } from './limits.ts'
import { readMount } from './read-mount.ts'
import { readResource } from './read-resource.ts'
import { readSku } from './read-sku.ts'

const NOW = Date.UTC(2026, 10, 22)
const FEED = {
  title: '阳台种番茄的三个要点',
  body: '番茄每天至少要晒六个小时的太阳。',
  path: '/pages/detail/detail?id=1',
  images: '["https://example.com/a.jpg"]',
  mapp_type: '1000',
  mapp_sub_type: '1001',
  feed_type: '家居',
  feed_sub_type: '综合',
  tags: '番茄,阳台',
  ext: '{"publish_time":"2026年11月20日"}',
}
const MOUNT = {
  imageUrl: 'https://example.com/a.jpg',
  title: '阳台种番茄套装',
  path: '/pages/goods?id=1',
  category1Code: '1',
  category2Code: '101',
  desc: '种子花盆一次备齐',
  labelAttr: '包邮/新手友好',
  buttonName: '去看看',
}
const SKU = {
  title: '阳台番茄种植套装',
  desc: '种子、花盆、营养土一次备齐',
  images: ['https://example.com/a.jpg'],
  path: '/pages/goods?id=1',
  trade_type: 2001,
  tag: '包邮;新品',
  button_name: '查看',
  price_info: { org_price: '59', org_unit: '元', real_price: '39' },
}

test('a whole submission of each kind is taken', () => {
  assert.deepEqual(readResource(FEED, NOW).problems, [])
  assert.deepEqual(readMount(MOUNT).problems, [])
  assert.deepEqual(readSku(SKU).problems, [])
})

const feed: [name: string, change: object, problem: RegExp][] = [
  ['a title of five characters', { title: '种番茄要点' }, /title: 5 characters, 6 to 40/],
  ['a title of 41 characters', { title: '番'.repeat(41) }, /title: 41 characters/],
  ['a title in English', { title: 'Tomatoes' }, /title: purely foreign/],
  ['a title with a full stop', { title: '阳台种番茄的要点。' }, /full stop/],
  ['a body of 2001 characters', { body: '番'.repeat(2001) }, /body: 2001 characters/],
  ['a path of 195 characters', { path: 'p'.repeat(195) }, /path: 195 characters, 1 to 194/],
  ['no picture', { images: '[]' }, /images: 0, 1 to 3/],
  ['four pictures', { images: JSON.stringify(Array(4).fill('https://a.cn/a.jpg')) }, /images: 4/],
  ['a .jpeg', { images: '["https://example.com/a.jpeg"]' }, /ends with none of .jpg, .png/],
  ['pictures that are no list', { images: 'a.jpg' }, /images: not JSON/],
  ['an unknown type', { mapp_type: '5000' }, /mapp_type: 5000 is not in the list/],
  ['a sub-type of another type', { mapp_sub_type: '3001' }, /mapp_sub_type: 3001 is not of 1000/],
  ['eleven tags', { tags: Array(11).fill('番茄').join(',') }, /tags: 11, at most 10/],
  ['an ISO date', { ext: '{"publish_time":"2026-11-20"}' }, /ext.publish_time: missing, or not/],
  ['no date', { ext: '' }, /ext.publish_time/],
  ['a day too old', { ext: '{"publish_time":"2026年10月22日"}' }, /more than 30 days ago/],
  ['no feed type', { feed_type: '' }, /feed_type: missing/],
]

for (const [name, change, problem] of feed) {
  test(`a feed material with ${name} is refused`, () => {
    assert.match(readResource({ ...FEED, ...change }, NOW).problems.join('; '), problem)
  })
}

test('every wrong field is named at once', () => {
  const { problems } = readResource({}, NOW)
  const fields = problems.map((problem) => problem.split(':')[0])
  for (const field of ['title', 'body', 'path', 'images', 'mapp_type', 'feed_type']) {
    assert.ok(fields.includes(field), field)
  }
})

test('a feed title at either limit is taken, an emoji counts one', () => {
  for (const title of ['番'.repeat(6), '番'.repeat(40), `番茄番茄番${'🍅'.repeat(35)}`]) {
    assert.deepEqual(readResource({ ...FEED, title }, NOW).problems, [])
  }
})

test('a date with spaces, as in the published example, is a date', () => {
  const ext = '{"publish_time": "2026年 11 月 1 日"}'
  assert.equal(readResource({ ...FEED, ext }, NOW).form.publishedAt, '2026-11-01')
})

test('content items of ext become the blocks, in order', () => {
  const items = [
    { type: 'text', data: '第一段' },
    { type: 'image', data: 'https://example.com/b.png' },
    { type: 'text', data: '第二段' },
  ]
  const ext = JSON.stringify({ publish_time: '2026年11月20日', content_items: items })
  const { form } = readResource({ ...FEED, ext }, NOW)
  assert.deepEqual(
    form.blocks.map(({ kind }) => kind),
    ['paragraph', 'picture', 'paragraph'],
  )
  assert.equal(form.publishedAt, '2026-11-20')
  assert.equal(form.cover, 'https://example.com/a.jpg')
})

const mount: [name: string, change: object, problem: RegExp][] = [
  ['a title of 31 characters', { title: '番'.repeat(31) }, /title: 31 characters, 6 to 30/],
  ['a title in English', { title: 'Tomatoes' }, /title: all English/],
  ['a description of three characters', { desc: '番茄好' }, /desc: 3 characters, 4 to 17/],
  ['four labels', { labelAttr: '一/二/三/四' }, /labelAttr: 4 labels, at most 3/],
  ['a label of six characters', { labelAttr: '一二三四五六' }, /6 characters, at most 5/],
  ['a long button', { buttonName: '现在就去看' }, /buttonName: 5 characters/],
  ['no category', { category1Code: '' }, /category1Code: missing/],
  ['an address that is none', { imageUrl: 'a.jpg' }, /imageUrl: no address/],
]

for (const [name, change, problem] of mount) {
  test(`a card of an article with ${name} is refused`, () => {
    assert.match(readMount({ ...MOUNT, ...change }).problems.join('; '), problem)
  })
}

const sku: [name: string, change: object, problem: RegExp][] = [
  ['a title of ten units', { title: '番茄种植套' }, /title: 10 units, 12 to 30/],
  ['a title of 32 units', { title: '番'.repeat(16) }, /title: 32 units/],
  ['two pictures', { images: ['https://a.cn/a', 'https://a.cn/b'] }, /images: 2, exactly 1/],
  ['a button of three characters', { button_name: '去看看' }, /button_name: 3 characters, 2 or 4/],
  ['a trade type in words', { trade_type: '餐饮' }, /trade_type: not a number/],
  [
    'an exact price and a range',
    { price_info: { real_price: '1', range_min_price: '1', range_max_price: '2' } },
    /exclude each other/,
  ],
]

for (const [name, change, problem] of sku) {
  test(`a card of goods with ${name} is refused`, () => {
    assert.match(readSku({ ...SKU, ...change }).problems.join('; '), problem)
  })
}

const sizes: [width: number, height: number, bytes: number, fit: boolean][] = [
  [213, 213, 1000, true],
  [212, 213, 1000, false],
  [400, 400, 2 * 1024 * 1024 + 1, false],
  [400, 300, 1000, false],
  [400, 390, 1000, true],
]

for (const [width, height, bytes, fit] of sizes) {
  test(`a square card of ${width}×${height} and ${bytes} bytes ${fit ? 'fits' : 'does not fit'}`, () => {
    assert.equal(fits({ width, height, bytes }, MOUNT_LIMITS.image), fit)
  })
}
