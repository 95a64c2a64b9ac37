import assert from 'node:assert/strict'
import { test } from 'node:test'
import { packageOf } from '../../test/read-fixture.ts'
import { observeProgram } from '../observe-program.ts'

type Files = Readonly<Record<string, string>>

/** `medium guard` of each entry, in order. */
function entriesOf(files: Files): readonly string[] {
  const seen = observeProgram(packageOf({ 'app.json': '{"pages":["p"]}', ...files }))
  return seen.publishEntries.map(({ medium, guard }) => `${medium} ${guard.kind}`)
}

const ADD = "wx.cloud.database().collection('posts').add"
const IMAGE_CHECK = `
const cloud = require('wx-server-sdk')
exports.main = async (event) => {
  try {
    const file = await cloud.downloadFile({ fileID: event.image })
    return await cloud.openapi.security.imgSecCheck({ media: { contentType: 'image/png', value: file.fileContent } })
  } catch (error) {
    return error
  }
}`

const ways: readonly (readonly [way: string, files: Files, expect: readonly string[]])[] = [
  [
    'an input handler that fills page data',
    {
      'p.wxml': '<input bindinput="a"/><button bindtap="b"/>',
      'p.js': `Page({ data: { t: '' }, a(e) { this.setData({ t: e.detail.value }) }, b() { ${ADD}({ data: { t: this.data.t } }) } })`,
    },
    ['text unguarded'],
  ],
  [
    'a handler shared by two fields through data attributes',
    {
      'p.wxml':
        '<input data-f="t" bindinput="a"/><input data-f="u" bindinput="a"/><button bindtap="b"/>',
      'p.js': `Page({ data: {}, a(e) { this.setData({ [e.currentTarget.dataset.f]: e.detail.value }) }, b() { ${ADD}({ data: { t: this.data.t } }) } })`,
    },
    ['text unguarded'],
  ],
  [
    'a two-way binding without a handler',
    {
      'p.wxml': '<textarea model:value="{{form.text}}"/><button bindtap="b"/>',
      'p.js': `Page({ data: { form: { text: '' } }, b() { ${ADD}({ data: this.data.form }) } })`,
    },
    ['text unguarded'],
  ],
  [
    'a form that is read by field names',
    {
      'p.wxml':
        '<form bindsubmit="b"><view><input name="t"/></view><button form-type="submit"/></form>',
      'p.js': `Page({ b(e) { ${ADD}({ data: { t: e.detail.value.t } }) } })`,
    },
    ['text unguarded'],
  ],
  [
    'a variable of the module',
    {
      'p.wxml': '<input bindinput="a"/><button bindtap="b"/>',
      'p.js': `let text = ''\nPage({ onLoad() { text = '' }, a(e) { text = e.detail.value }, b() { ${ADD}({ data: { text } }) } })`,
    },
    ['text unguarded'],
  ],
  [
    'a component that triggers an event',
    {
      'p.json': '{"usingComponents":{"c-box":"/c"}}',
      'p.wxml': '<c-box bind:send="b"/>',
      'p.js': `Page({ b(e) { ${ADD}({ data: e.detail }) } })`,
      'c.json': '{"component":true}',
      'c.wxml': '<input bindconfirm="a"/>',
      'c.js':
        "Component({ methods: { a(e) { this.triggerEvent('send', { t: e.detail.value }) } } })",
    },
    ['text unguarded'],
  ],
  [
    'a component that its page asks',
    {
      'p.json': '{"usingComponents":{"c-box":"/c"}}',
      'p.wxml': '<c-box id="box"/><button bindtap="b"/>',
      'p.js': `Page({ b() { ${ADD}({ data: { t: this.selectComponent('#box').read() } }) } })`,
      'c.json': '{"component":true}',
      'c.wxml': '<input bindinput="a"/>',
      'c.js':
        "Component({ data: { t: '' }, methods: { a(e) { this.setData({ t: e.detail.value }) }, read() { return this.data.t } } })",
    },
    ['text unguarded'],
  ],
  [
    'a library component that wraps an input',
    {
      'p.json': '{"usingComponents":{"van-field":"@vant/weapp/field/index"}}',
      'p.wxml': '<van-field bind:change="a"/><button bindtap="b"/>',
      'p.js': `Page({ a(e) { this.t = e.detail }, b() { ${ADD}({ data: { t: this.t } }) } })`,
    },
    ['text unguarded'],
  ],
  [
    'a class that keeps the text',
    {
      'p.wxml': '<input bindinput="a"/><button bindtap="b"/>',
      'p.js':
        "import { Draft } from './draft'\nconst draft = new Draft()\nPage({ a(e) { draft.write(e.detail.value) }, b() { draft.send() } })",
      'draft.ts': `export class Draft { private text = ''; write(text: string) { this.text = text } send() { ${ADD}({ data: { text: this.text } }) } }`,
    },
    ['text unguarded'],
  ],
  [
    'a rich-text editor that is asked for its content',
    {
      'p.wxml': '<editor id="e" bindready="a"/><button bindtap="b"/>',
      'p.js': `Page({ a() { wx.createSelectorQuery().select('#e').context((res) => { this.editor = res.context }).exec() }, b() { this.editor.getContents({ success: (res) => ${ADD}({ data: { html: res.html } }) }) } })`,
    },
    ['text unguarded'],
  ],
  [
    'a route of a cloud function with many routes',
    {
      'p.wxml': '<input bindinput="a"/><button bindtap="b"/>',
      'p.js':
        "Page({ a(e) { this.t = e.detail.value }, b() { wx.cloud.callFunction({ name: 'router', data: { $url: 'add', t: this.t } }) } })",
      'cloudfunctions/router/index.js': `
const TcbRouter = require('tcb-router')
const cloud = require('wx-server-sdk')
const db = cloud.database()
exports.main = async (event) => {
  const app = new TcbRouter({ event })
  app.router('list', async (ctx) => { ctx.body = await db.collection('posts').get() })
  app.router('add', async (ctx) => { ctx.body = await db.collection('posts').add({ data: { t: event.t } }) })
  return app.serve()
}`,
    },
    ['text unguarded'],
  ],
  [
    'a sound recorder',
    {
      'p.wxml': '<button bindtap="b"/>',
      'p.js':
        "const recorder = wx.getRecorderManager()\nPage({ onLoad() { recorder.onStop((res) => wx.uploadFile({ url: 'https://api.example.com/a', filePath: res.tempFilePath })) }, b() { recorder.start() } })",
    },
    ['audio unknown'],
  ],
  [
    'a socket',
    {
      'p.wxml': '<input bindconfirm="a"/>',
      'p.js':
        "const socket = wx.connectSocket({ url: 'wss://chat.example.com' })\nPage({ a(e) { socket.send({ data: JSON.stringify({ text: e.detail.value }) }) } })",
    },
    ['text unknown'],
  ],
  [
    'a library that cannot be seen',
    {
      'p.wxml': '<input bindconfirm="a"/>',
      'p.js':
        "const im = require('some-im')\nPage({ a(e) { im.login().then((room) => room.send(e.detail.value)) } })",
    },
    ['text unknown'],
  ],
  [
    'a picture that is stored for all to see',
    {
      'p.wxml': '<button bindtap="b"/>',
      'p.js':
        "Page({ async b() { const { tempFiles } = await wx.chooseMedia({ mediaType: ['image'] }); await wx.cloud.uploadFile({ cloudPath: 'a', filePath: tempFiles[0].tempFilePath }) } })",
    },
    ['picture unguarded'],
  ],
  [
    'a picture whose bytes are checked before it is published',
    {
      'p.wxml': '<button bindtap="b"/>',
      'p.js': `Page({ async b() { const { tempFilePaths } = await wx.chooseImage({ count: 1 }); const { fileID } = await wx.cloud.uploadFile({ cloudPath: 'a', filePath: tempFilePaths[0] }); const { result } = await wx.cloud.callFunction({ name: 'image', data: { image: fileID } }); if (result.errCode !== 0) return; ${ADD}({ data: { fileID } }) } })`,
      'cloudfunctions/image/index.js': IMAGE_CHECK,
    },
    ['picture guarded'],
  ],
  [
    'a picture of which only the path is checked',
    {
      'p.wxml': '<button bindtap="b"/>',
      'p.js':
        "Page({ async b() { const { tempFilePaths } = await wx.chooseImage({ count: 1 }); const { result } = await wx.cloud.callFunction({ name: 'image', data: { image: tempFilePaths[0] } }); if (result.errCode !== 0) return; wx.uploadFile({ url: 'https://api.example.com', filePath: tempFilePaths[0] }) } })",
      'cloudfunctions/image/index.js':
        "const cloud = require('wx-server-sdk')\nexports.main = async (event) => { try { return await cloud.openapi.security.imgSecCheck({ media: { value: Buffer.from(event.image) } }) } catch (error) { return error } }",
    },
    ['picture ineffective'],
  ],
  [
    'all pictures of a list are checked, each in its turn',
    {
      'p.wxml': '<button bindtap="b"/>',
      'p.js': `Page({ async b() { const { tempFilePaths } = await wx.chooseImage({}); const answers = await Promise.all(tempFilePaths.map((path) => wx.cloud.callFunction({ name: 'image', data: { image: wx.cloud.CDN({ type: 'filePath', filePath: path }) } }))); if (!answers.every(({ result }) => result.errCode === 0)) return; ${ADD}({ data: { tempFilePaths } }) } })`,
      'cloudfunctions/image/index.js':
        "const cloud = require('wx-server-sdk')\nconst axios = require('axios')\nexports.main = async (event) => { try { const { data } = await axios({ method: 'get', url: event.image }); return await cloud.openapi.security.imgSecCheck({ media: { value: Buffer.from(data) } }) } catch (error) { return { errCode: -1 } } }",
    },
    ['picture guarded'],
  ],
  [
    'an asynchronous check whose answer nobody receives',
    {
      'p.wxml': '<button bindtap="b"/>',
      'p.js':
        "Page({ async b() { const { tempFilePaths } = await wx.chooseImage({}); const { fileID } = await wx.cloud.uploadFile({ filePath: tempFilePaths[0] }); wx.cloud.callFunction({ name: 'f', data: { fileID } }) } })",
      'cloudfunctions/f/index.js':
        "const cloud = require('wx-server-sdk')\nexports.main = async ({ fileID }) => { await cloud.openapi.security.mediaCheckAsync({ mediaUrl: fileID, mediaType: 2, version: 2 }); await cloud.database().collection('posts').add({ data: { fileID } }) }",
    },
    ['picture unknown'],
  ],
  [
    'what the platform checks by itself',
    {
      'p.wxml':
        '<button open-type="chooseAvatar" bind:chooseavatar="a"/><input type="nickname" name="n"/>',
      'p.js': 'Page({ a() {} })',
    },
    ['avatar platform', 'nickname platform'],
  ],
  [
    'a live stream',
    { 'p.wxml': '<live-pusher url="{{url}}"/>', 'p.js': 'Page({})' },
    ['live unknown'],
  ],
  [
    'a condition on what another page put into the app',
    {
      'app.js': "App({ globalData: { openid: '' } })",
      'p.wxml': '<input bindconfirm="a"/>',
      'p.js': `const app = getApp()\nPage({ a(e) { if (app.globalData.openid) ${ADD}({ data: { t: e.detail.value } }) } })`,
    },
    ['text unguarded'],
  ],
]

for (const [way, files, expect] of ways) {
  test(`content is followed through ${way}`, () => assert.deepEqual(entriesOf(files), expect))
}

const SEND = `Page({ a(e) { ${ADD}({ data: { t: e.detail.value } }) } })`

const noEntries: readonly (readonly [what: string, files: Files])[] = [
  [
    'text that stays on the device',
    {
      'p.wxml': '<input bindinput="a"/>',
      'p.js':
        "Page({ a(e) { wx.setStorageSync('draft', e.detail.value); this.setData({ t: e.detail.value }) } })",
    },
  ],
  ['a handler that does not exist', { 'p.wxml': '<input bindinput="missing"/>', 'p.js': SEND }],
  ['a search', { 'p.wxml': '<input placeholder="搜索帖子" bindconfirm="a"/>', 'p.js': SEND }],
  [
    'a search by its key',
    { 'p.wxml': '<input confirm-type="search" bindconfirm="a"/>', 'p.js': SEND },
  ],
  ['a number', { 'p.wxml': '<input type="number" bindconfirm="a"/>', 'p.js': SEND }],
  ['a password', { 'p.wxml': '<input password bindconfirm="a"/>', 'p.js': SEND }],
  [
    'a verification code',
    { 'p.wxml': '<input placeholder="请输入验证码" bindconfirm="a"/>', 'p.js': SEND },
  ],
  [
    'a delivery address',
    { 'p.wxml': '<textarea placeholder="详细地址" bindconfirm="a"/>', 'p.js': SEND },
  ],
  [
    'an input that is switched off',
    { 'p.wxml': '<input disabled bindconfirm="a"/>', 'p.js': SEND },
  ],
  [
    'an input that is never shown',
    { 'p.wxml': '<input style="display:none" bindconfirm="a"/>', 'p.js': SEND },
  ],
  [
    'a database that is only searched',
    {
      'p.wxml': '<input bindconfirm="a"/>',
      'p.js':
        "Page({ a(e) { wx.cloud.database().collection('posts').where({ t: e.detail.value }).get() } })",
    },
  ],
  [
    'a function that nothing calls',
    {
      'p.wxml': '<view/>',
      'p.js':
        "Page({ dead() { wx.chooseImage({ success(res) { wx.uploadFile({ url: 'https://a.example.com', filePath: res.tempFilePaths[0] }) } }) } })",
    },
  ],
  [
    'a memo on the device, in swan',
    {
      'p.swan': '<textarea value="{= text =}" bindinput="a"></textarea>',
      'p.js':
        "Page({ data: { text: '' }, a() { swan.setStorage({ key: 'memo', data: this.data.text }) } })",
    },
  ],
]

for (const [what, files] of noEntries) {
  test(`${what} is not an entry`, () => assert.deepEqual(entriesOf(files), []))
}

test('telephone number among other ways of contact is content', () => {
  assert.deepEqual(
    entriesOf({ 'p.wxml': '<input placeholder="电话/微信/QQ" bindconfirm="a"/>', 'p.js': SEND }),
    ['text unguarded'],
  )
})

test('an entry on two pages is as weak as on the weaker', () => {
  const seen = entriesOf({
    'app.json': '{"pages":["p","q"],"usingComponents":{"c-box":"/c"}}',
    'p.wxml': '<c-box bind:send="b"/>',
    'p.js': "Page({ b(e) { wx.request({ url: 'https://api.example.com', data: e.detail }) } })",
    'q.wxml': '<c-box bind:send="b"/>',
    'q.js': `Page({ b(e) { ${ADD}({ data: e.detail }) } })`,
    'c.json': '{"component":true}',
    'c.wxml': '<input bindconfirm="a"/>',
    'c.js': "Component({ methods: { a(e) { this.triggerEvent('send', { t: e.detail.value }) } } })",
  })
  assert.deepEqual(seen, ['text unguarded'])
})

test('a page too large to be followed to its end is not told', () => {
  const calls = Array.from(
    { length: 12 },
    (_, i) => `f${i}() { ${Array.from({ length: 12 }, (_, j) => `this.f${j}()`).join(';')} }`,
  )
  const seen = entriesOf({
    'p.wxml': '<input bindconfirm="a"/>',
    'p.js': `Page({ ${calls.join(',')}, onLoad() { this.f0() }, a(e) { ${ADD}({ data: { t: e.detail.value } }) } })`,
  })
  assert.deepEqual(seen, ['text unknown'])
})

test('a page that calls itself without end is followed to an end', () => {
  const seen = entriesOf({
    'p.wxml': '<input bindconfirm="a"/>',
    'p.js': `Page({ a(e) { this.again(e.detail.value) }, again(t) { setTimeout(() => this.again(t + t)); this.again(t); ${ADD}({ data: { t } }) } })`,
  })
  assert.deepEqual(seen, ['text unguarded'])
})

test('a name kept on the device is sent by another page', () => {
  const seen = observeProgram(
    packageOf({
      'app.json': '{"pages":["chat","setting"]}',
      'chat.wxml': '<input bindconfirm="a"/>',
      'chat.js':
        "Page({ a(e) { const { name } = wx.getStorageSync('settings'); wx.sendSocketMessage({ data: e.detail.value + name }) } })",
      'setting.wxml': '<input model:value="{{ settings[item.id] }}"/>',
      'setting.js':
        "Page({ data: { settings: {} }, onUnload() { wx.setStorageSync('settings', this.data.settings) } })",
    }),
  )
  assert.deepEqual(
    seen.publishEntries.map(({ place, guard }) => `${place.file} ${guard.kind}`),
    ['chat.wxml unknown', 'setting.wxml unknown'],
  )
})

test('a draft that stays on the device is sent by nobody', () => {
  const seen = entriesOf({
    'p.wxml': '<input bindinput="a"/>',
    'p.js':
      "Page({ onLoad() { this.setData({ t: wx.getStorageSync('draft') }) }, a(e) { wx.setStorageSync('draft', e.detail.value) } })",
  })
  assert.deepEqual(seen, [])
})
