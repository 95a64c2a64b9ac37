import { type Files, type Mutation, testMutations } from '../../test/mutation-table.ts'

const PUBLISH = 'cloudfunctions/publish/index.js'
const RECEIVER = 'cloudfunctions/mediaAnswer/index.js'

/** A picture is written hidden, shown by the pushed answer, and listed by what is shown. */
const hiddenFirst: Files = {
  'app.json': '{"pages":["p"]}',
  'p.wxml': '<button bindtap="onSend"/><image wx:for="{{posts}}" src="{{item.fileID}}"/>',
  'p.js': `
const db = wx.cloud.database()
Page({
  data: { posts: [] },
  async onShow() {
    const { data } = await db.collection('posts').where({ visible: true }).limit(20).get()
    this.setData({ posts: data })
  },
  async onSend() {
    const { tempFilePaths } = await wx.chooseImage({ count: 1 })
    const { fileID } = await wx.cloud.uploadFile({ filePath: tempFilePaths[0] })
    await wx.cloud.callFunction({ name: 'publish', data: { fileID } })
  },
})`,
  [PUBLISH]: `
const cloud = require('wx-server-sdk')
const db = cloud.database()
exports.main = async ({ fileID }) => {
  const { OPENID: openid } = cloud.getWXContext()
  const media = await cloud.openapi.security.mediaCheckAsync({ version: 2, scene: 3, openid, mediaType: 2, mediaUrl: fileID })
  await db.collection('posts').add({ data: { fileID, trace: media.traceId, visible: false } })
}`,
  [RECEIVER]: `
const cloud = require('wx-server-sdk')
const db = cloud.database()
exports.main = async (event) => {
  if (event.Event !== 'wxa_media_check') return 'success'
  const post = db.collection('posts').where({ trace: event.trace_id })
  if (event.result.suggest === 'pass') {
    await post.update({ data: { visible: true } })
  } else {
    await post.remove()
  }
  return 'success'
}`,
}

const mutations: readonly Mutation[] = [
  ['it is written visible', PUBLISH, 'visible: false', 'visible: true', 'ineffective'],
  ['it is written without the flag', PUBLISH, ', visible: false', '', 'guarded'],
  [
    'the flag depends on who writes',
    PUBLISH,
    'visible: false',
    "visible: openid === 'a'",
    'unknown',
  ],
  ['it is written elsewhere', PUBLISH, "collection('posts')", "collection('all')", 'unknown'],
  ['the old shape is called', PUBLISH, 'version: 2, ', '', 'ineffective'],
  ['another file is checked', PUBLISH, 'mediaUrl: fileID', "mediaUrl: 'https://a.b'", 'unguarded'],
  [
    'a failing check shows it',
    PUBLISH,
    'const media = await cloud',
    "let visible = false, media = {}\n  try { media = await cloud.openapi.security.mediaCheckAsync({ version: 2, mediaUrl: fileID }) } catch (e) { await db.collection('posts').add({ data: { fileID, visible: true } }) }\n  media = await cloud",
    'ineffective',
  ],
  ['nobody receives the answer', RECEIVER, 'wxa_media_check', 'subscribe', 'unknown'],
  [
    'both answers show it',
    RECEIVER,
    'await post.remove()',
    'await post.update({ data: { visible: true } })',
    'ineffective',
  ],
  ['the answer is not tested', RECEIVER, "event.result.suggest === 'pass'", 'true', 'ineffective'],
  ['another field is tested', RECEIVER, 'event.result.suggest', 'event.suggest', 'ineffective'],
  ['the test is turned round', RECEIVER, "=== 'pass'", "!== 'pass'", 'ineffective'],
  [
    'it is shown first and removed when risky',
    RECEIVER,
    'await post.update({ data: { visible: true } })',
    '',
    'ineffective',
  ],
  [
    'what is risky is hidden by the same flag',
    RECEIVER,
    'await post.remove()',
    'await post.update({ data: { visible: false } })',
    'guarded',
  ],
  ['the list asks for all', 'p.js', '.where({ visible: true })', '', 'unknown'],
  ['the list asks by another field', 'p.js', 'visible: true', 'type: 1', 'unknown'],
  [
    'another list asks for all',
    'p.js',
    'this.setData({ posts: data })',
    "this.all = await db.collection('posts').get()",
    'unknown',
  ],
  [
    'an author sees what is his own',
    'p.js',
    'this.setData({ posts: data })',
    "this.own = await db.collection('posts').where({ _openid: '{openid}' }).get()",
    'guarded',
  ],
  [
    'it also goes to a server',
    'p.js',
    'await wx.cloud.callFunction',
    "wx.request({ url: 'https://api.example.com', data: { fileID } })\n    await wx.cloud.callFunction",
    'unknown',
  ],
]

const shownByTemplate: Files = {
  ...hiddenFirst,
  'p.wxml':
    '<button bindtap="onSend"/><image wx:for="{{posts}}" wx:if="{{item.visible}}" src="{{item.fileID}}"/>',
  'p.js': (hiddenFirst['p.js'] ?? '').replace('.where({ visible: true })', ''),
}

testMutations('a picture that waits for its answer', hiddenFirst, mutations)
testMutations('a picture that a template hides until its answer', shownByTemplate, [
  ['the template shows all', 'p.wxml', ' wx:if="{{item.visible}}"', '', 'unknown'],
  ['it is written visible', PUBLISH, 'visible: false', 'visible: true', 'ineffective'],
])
