import assert from 'node:assert/strict'
import { test } from 'node:test'
import { packageOf, readFixture } from '../../test/read-fixture.ts'
import { observeProgram } from '../observe-program.ts'
import { suggestGuards } from './suggest-guards.ts'

const FORM = '<textarea bindinput="onText" /><button bindtap="onSend">发布</button>'

function filesOf(script: string, more: Readonly<Record<string, string>> = {}) {
  return packageOf({
    'app.json': '{ "pages": ["pages/a/a"] }',
    'pages/a/a.wxml': FORM,
    'pages/a/a.js': script,
    ...more,
  })
}

const ADD = "wx.cloud.database().collection('posts').add({ data: { text: this.text } })"
const ON_TEXT = 'onText(e) { this.text = e.detail.value },'

const styles: readonly (readonly [style: string, script: string, expected: string])[] = [
  [
    'a method becomes asynchronous',
    `Page({\n  ${ON_TEXT}\n  onSend() {\n    ${ADD}\n  },\n})\n`,
    `  async onSend() {
    const { result: checked } = await wx.cloud.callFunction({
      name: 'checkText',
      data: { content: this.text },
    })
    if (!checked.passed) {
      wx.showToast({ title: '内容未通过检测', icon: 'none' })
      return
    }
    wx.cloud`,
  ],
  [
    'semicolons, double quotes and tabs are kept',
    `Page({\n\tonText: function (e) {\n\t\tthis.text = e.detail.value;\n\t\tthis.note = "";\n\t},\n\tonSend: function () {\n\t\twx.cloud.database().collection("posts").add({ data: { text: this.text } });\n\t},\n});\n`,
    `\tonSend: async function () {
\t\tconst { result: checked } = await wx.cloud.callFunction({
\t\t\tname: "checkText",
\t\t\tdata: { content: this.text },
\t\t});
\t\tif (!checked.passed) {
\t\t\twx.showToast({ title: "内容未通过检测", icon: "none" });
\t\t\treturn;
\t\t}
\t\twx.cloud`,
  ],
  [
    'a short arrow function gets a body',
    `const send = (text) => wx.cloud.database().collection('posts').add({ data: { text } })
Page({
  ${ON_TEXT}
  onSend() { return send(this.text) },
})\n`,
    `const send = async (text) => {
  const { result: checked } = await wx.cloud.callFunction({
    name: 'checkText',
    data: { content: text },
  })
  if (!checked.passed) {
    wx.showToast({ title: '内容未通过检测', icon: 'none' })
    return
  }
  return wx.cloud.database().collection('posts').add({ data: { text } })
}`,
  ],
  [
    'a name that is taken is not taken again',
    `Page({\n  checked: 1,\n  ${ON_TEXT}\n  async onSend() {\n    await ${ADD}\n  },\n})\n`,
    'const { result: checked2 } = await',
  ],
]

for (const [style, script, expected] of styles) {
  test(`in a suggestion ${style}`, () => {
    const { changed, guarded, left } = suggestGuards(filesOf(script))
    assert.deepEqual([guarded.length, left.length], [1, 0])
    const text = changed.get('pages/a/a.js') ?? ''
    assert(text.includes(expected), text)
  })
}

test('a cloud function that writes is guarded where it writes', () => {
  const send = "wx.cloud.callFunction({ name: 'publish', data: { text: this.text } })"
  const files = filesOf(`Page({ ${ON_TEXT} onSend() { ${send} } })`, {
    'cloudfunctions/publish/index.js': `const cloud = require('wx-server-sdk')
exports.main = async (event) => {
  return cloud.database().collection('posts').add({ data: { text: event.text } })
}`,
  })
  const { changed, guarded } = suggestGuards(files)
  assert.equal(guarded.length, 1)
  assert.deepEqual([...changed.keys()], ['cloudfunctions/publish/index.js'])
  assert.match(
    changed.get('cloudfunctions/publish/index.js') ?? '',
    /await cloud\.openapi\.security\.msgSecCheck\(\{\n {4}openid: cloud\.getWXContext\(\)\.OPENID,/,
  )
})

test('the changed package has its texts guarded and its pictures as they were', () => {
  const files = readFixture('open-forum')
  const { changed, guarded, left } = suggestGuards(files)
  const encoder = new TextEncoder()
  const after = new Map(files)
  for (const [path, text] of changed) after.set(path, encoder.encode(text))
  const kinds = observeProgram(after).publishEntries.map(
    ({ medium, guard }) => `${medium} ${guard.kind}`,
  )
  assert.deepEqual(kinds.toSorted(), [
    'picture unguarded',
    'text guarded',
    'text guarded',
    'text guarded',
  ])
  assert.deepEqual([guarded.length, left.length], [3, 1])
})

const nothing: readonly (readonly [name: string, script: string, left: number])[] = [
  [
    'a server outside the package',
    `Page({ ${ON_TEXT} onSend() { wx.request({ url: 'https://a.example.com', data: this.text }) } })`,
    0,
  ],
  ['a program without entries', 'Page({})', 0],
  [
    'pictures',
    "Page({ onSend() { wx.chooseImage({ success: ({ tempFilePaths }) => wx.cloud.database().collection('a').add({ data: { tempFilePaths } }) }) } })",
    1,
  ],
]

for (const [name, script, count] of nothing) {
  test(`nothing is suggested for ${name}`, () => {
    const { changed, left } = suggestGuards(filesOf(script))
    assert.deepEqual([changed.size, left.length], [0, count])
  })
}
