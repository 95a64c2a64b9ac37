import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type DrawnPage, drawPage, type PageEngine, startPageEngine } from '@fangxing/page'
import { ARTICLE, programOf } from './programs.ts'

const limits = { watch: 1200, motion: 200, navigation: 5000, run: 15_000, screens: 1 }
let engine: PageEngine

before(async () => {
  engine = await start(limits.watch)
})

async function start(watch: number): Promise<PageEngine> {
  const options = { egress: { allows: () => false }, limits: { ...limits, watch } }
  return startPageEngine(options).catch(() => startPageEngine({ ...options, withoutSandbox: true }))
}

after(() => engine.close())

async function look({ files, entry }: DrawnPage, by = engine) {
  const { runs } = await by.observe('page', { kind: 'files', files, entry })
  const [run] = runs
  if (run === undefined) throw new Error('no run')
  return run
}

function page(files: Readonly<Record<string, string>>, wanted = 'pages/index/index') {
  return drawPage(programOf(files), { page: wanted })
}

test('a page is drawn from its source: data, lists, components, scripts in templates, styles', async () => {
  const run = await look(page(ARTICLE, 'pages/index/index?part=（上）'))
  assert.deepEqual(run.missing, [])
  assert.equal(run.title?.text, '阳台种番茄（上）')
  assert.equal(run.title?.fontSize, 24)
  const texts = run.blocks?.filter(({ kind }) => kind === 'text').map(({ text }) => text)
  assert.deepEqual(texts, ['1 多晒太阳', '2 少浇水', '3 搭架子', '摘要：多晒太阳42'])
  // Below the bars of the platform: 20 of the status, 44 of the title; 48 rpx of a title.
  assert.equal(run.title?.box.y, 64)
})

test('an advert is a marked box of the width of the page, a picture keeps its default size', async () => {
  const run = await look(page(ARTICLE))
  const advert = run.blocks?.find(({ kind }) => kind === 'advert')
  assert.equal(advert?.advertBy, 'tag')
  assert.equal(advert?.box.width, 375)
  const picture = run.pictures?.[0]
  assert.deepEqual([picture?.box.width, picture?.box.height, picture?.fit], [320, 240, 'contain'])
})

test('the bars of the platform are no part of the page', async () => {
  const run = await look(page({ ...ARTICLE, '.wxml': '<view></view>' }))
  assert.equal(run.sixth?.characters, 0)
  assert.deepEqual(run.pinned, [])
})

test('a page of Baidu is drawn by the same: loops, conditions, literals of objects', async () => {
  const run = await look(
    page({
      '.swan': `<import src="line.swan" />
<view s-for="item, nth in list trackBy item.id" class="line">{{nth}} {{item.name}}</view>
<view s-if="{{isOpen}}">开</view><view s-else>关</view>
<template is="line" data="{{{ ...last }}}" />
<import-sjs src="../../say.sjs" module="say" /><text>{{say.hello('番茄')}}</text>`,
      'pages/index/line.swan': '<template name="line"><view>{{name}}！</view></template>',
      'say.sjs': 'export default { hello: function (name) { return "你好" + name } }',
      '.js':
        "Page({ data: { list: [{ id: 1, name: '光照' }, { id: 2, name: '浇水' }], isOpen: true, last: { name: '搭架' } } })",
    }),
  )
  assert.deepEqual(run.missing, [])
  assert.deepEqual(
    run.blocks?.map(({ text }) => text),
    ['0 光照', '1 浇水', '开', '搭架！', '你好番茄'],
  )
})

const REQUEST = {
  '.wxml': '<view wx:for="{{list}}" wx:key="id">{{item.title}}</view>',
  '.js':
    "Page({ data: { list: [] }, onLoad() { wx.request({ url: 'https://api.example.com/list', success: ({ data }) => this.setData({ list: data.data.list }) }) } })",
}

test('what a server would have sent is a sample of the form the template asks for, and is told', async () => {
  const run = await look(page(REQUEST))
  assert.deepEqual(
    run.blocks?.map(({ text }) => text),
    ['示例标题', '示例标题', '示例标题'],
  )
  assert.deepEqual(
    run.missing.map(({ fact }) => fact),
    ['content'],
  )
  assert.match(run.missing[0]?.because.zh ?? '', /^https:\/\/api\.example\.com\/list .*示例/)
})

test('an answer that was declared is shown, and nothing is missing', async () => {
  const body = { data: { list: [{ id: 1, title: '真的标题' }] } }
  const answers = [{ to: 'https://api.example.com/', body }]
  const run = await look(drawPage(programOf(REQUEST), { page: 'pages/index/index', answers }))
  assert.deepEqual(run.missing, [])
  assert.deepEqual(
    run.blocks?.map(({ text }) => text),
    ['真的标题'],
  )
})

const INCOMPLETE = {
  '.json': `{ "usingComponents": { "x-goods": "plugin://shop/goods", "torn": "/torn", "lost": "/lost" } }`,
  '.wxml': `<view>有字</view><x-goods /><strange-thing /><map latitude="1" longitude="2" />
<web-view src="https://example.com/" /><canvas canvas-id="a" /><torn /><lost />`,
  '.js': 'Page({ onLoad() { this.none.some } })',
  'torn.wxml': '<view>{{ a b }}</view>',
  'torn.js': 'Component({ data: { ',
  'torn.json': '{ "component": true }',
  'lost.wxml': '<view />',
  'lost.js': "require('./none')\nComponent({})",
  'lost.json': '{ "component": true }',
}

test('what could not be shown is told, each with its reason, and the rest is drawn', async () => {
  const run = await look(page(INCOMPLETE))
  assert.ok(run.blocks?.some(({ text }) => text === '有字'))
  const said = run.missing.map(({ because }) => because.zh).join('\n')
  for (const because of [
    /运行出错.*onLoad/,
    /运行出错（torn\.js）：SyntaxError/,
    /模板 torn:1 读不懂/,
    /no module \.\/none/,
    /plugin:\/\/shop\/goods 不在小程序里/,
    /没有 <strange-thing>/,
    /map 只有平台才能画/,
    /web-view 只有平台才能画/,
    /canvas/,
  ]) {
    assert.match(said, because)
  }
})

test('a component of a plugin that is called after goods is a card', async () => {
  const { files, entry } = page({
    '.json': '{ "usingComponents": { "x-goods": "plugin://shop/goods" } }',
    '.wxml': '<view>一段文字</view><x-goods />',
    '.js': 'Page({})',
  })
  const { cards } = await engine.observe('page', { kind: 'files', files, entry })
  assert.deepEqual(
    cards.map(({ id, before }) => [id, before]),
    [['plugin://shop/goods', '一段文字']],
  )
})

test('a dialog that the page opens by itself is seen over it', async () => {
  // Long enough for a busy machine to have drawn it before the watching ends.
  const patient = await start(4000)
  const drawn = page({
    '.wxml': '<view>内容</view>',
    '.js': "Page({ onShow() { wx.showModal({ title: '恭喜中奖' }) } })",
  })
  const run = await look(drawn, patient)
  await patient.close()
  assert.deepEqual(
    run.overlays?.map(({ kind, words }) => [kind, words]),
    [['dialog', '恭喜中奖确定']],
  )
})
