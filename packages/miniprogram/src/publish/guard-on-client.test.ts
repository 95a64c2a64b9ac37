import { type Files, type Mutation, PAGE, testMutations } from '../../test/mutation-table.ts'

const callbacks: Files = {
  ...PAGE,
  'p.js': `
const db = wx.cloud.database()
Page({
  data: { text: '' },
  onText(e) { this.setData({ text: e.detail.value }) },
  onSend() {
    const that = this
    wx.cloud.callFunction({
      name: 'check',
      data: { msg: that.data.text },
      success(res) {
        if (res.result.errCode == 0) {
          that.publish()
        } else {
          wx.showToast({ title: '内容违规' })
        }
      },
    })
  },
  publish() {
    db.collection('posts').add({ data: { text: this.data.text } })
  },
})`,
  'cloudfunctions/check/index.js': `
const cloud = require('wx-server-sdk')
exports.main = async (event) => {
  try {
    return await cloud.openapi.security.msgSecCheck({ content: event.msg })
  } catch (error) {
    return error
  }
}`,
}
const CHECK = 'cloudfunctions/check/index.js'

const callbackMutations: readonly Mutation[] = [
  ['the answer is not tested', 'p.js', 'if (res.result.errCode == 0)', 'if (res)', 'ineffective'],
  [
    'the answer is read at the wrong place',
    'p.js',
    'res.result.errCode == 0',
    'res.errCode != 87014',
    'ineffective',
  ],
  [
    'the name of the code is misspelt',
    'p.js',
    'res.result.errCode == 0',
    'res.result.errcode != 87014',
    'ineffective',
  ],
  [
    'the code is compared as if it were absent',
    'p.js',
    'res.result.errCode == 0',
    'res.result.code != 87014',
    'ineffective',
  ],
  [
    'both branches publish',
    'p.js',
    "wx.showToast({ title: '内容违规' })",
    'that.publish()',
    'ineffective',
  ],
  ['it publishes when the call is complete', 'p.js', 'success(res)', 'complete(res)', 'guarded'],
  [
    'it publishes when the call fails, too',
    'p.js',
    'success(res) {',
    'fail() { that.publish() },\n      success(res) {',
    'ineffective',
  ],
  [
    'it publishes without waiting',
    'p.js',
    'const that = this',
    'const that = this\n    that.publish()',
    'ineffective',
  ],
  [
    'it publishes after the call without waiting',
    'p.js',
    '    })\n  },\n  publish()',
    '    })\n    that.publish()\n  },\n  publish()',
    'ineffective',
  ],
  ['another text is checked', 'p.js', 'msg: that.data.text', "msg: '你好'", 'unguarded'],
  [
    'a misspelt field is checked',
    'p.js',
    'msg: that.data.text',
    'content: that.data.text',
    'unguarded',
  ],
  ['the function forgets to wait', CHECK, 'return await', 'return', 'guarded'],
  [
    'the function answers that all is well',
    CHECK,
    'return error',
    'return { errCode: 0 }',
    'ineffective',
  ],
  [
    'the function never calls the check',
    CHECK,
    'await cloud.openapi.security.msgSecCheck({ content: event.msg })',
    '{ errCode: 0 }',
    'unguarded',
  ],
  ['the function checks a constant', CHECK, 'content: event.msg', "content: '测试'", 'unguarded'],
  [
    'the check is called on the client, where there is none',
    'p.js',
    "wx.cloud.callFunction({\n      name: 'check',\n      data: { msg: that.data.text },",
    'wx.security.msgSecCheck({\n      content: that.data.text,',
    'ineffective',
  ],
  [
    'another button publishes directly',
    'p.wxml',
    '<button bindtap="onSend"/>',
    '<button bindtap="onSend"/><button bindtap="publish"/>',
    'ineffective',
  ],
]

const wrapped: Files = {
  ...PAGE,
  'p.js': `
import { isClean } from './guard'
Page({
  data: { text: '' },
  onText(e) { this.setData({ text: e.detail.value }) },
  async onSend() {
    if (!(await isClean(this.data.text))) {
      wx.showToast({ title: '内容违规' })
      return
    }
    wx.request({ url: 'https://api.example.com/posts', method: 'POST', data: { text: this.data.text } })
  },
})`,
  'guard.js': `
export function isClean(text) {
  return new Promise((resolve) => {
    wx.cloud.callFunction({
      name: 'check',
      data: { text },
      success: ({ result }) => resolve(result.suggest === 'pass'),
      fail: () => resolve(false),
    })
  })
}`,
  'cloudfunctions/check/index.js': `
const cloud = require('wx-server-sdk')
exports.main = async ({ text }) => {
  const { OPENID: openid } = cloud.getWXContext()
  const { result } = await cloud.openapi.security.msgSecCheck({ version: 2, scene: 2, openid, content: text })
  return { suggest: result.suggest }
}`,
}

const wrappedMutations: readonly Mutation[] = [
  [
    'the await is dropped',
    'p.js',
    '!(await isClean(this.data.text))',
    '!isClean(this.data.text)',
    'ineffective',
  ],
  [
    'the answer is thrown away',
    'p.js',
    'if (!(await isClean(this.data.text)))',
    'await isClean(this.data.text)\n    if (!this.data.text)',
    'ineffective',
  ],
  ['the return is dropped', 'p.js', '\n      return\n', '\n', 'ineffective'],
  ['the test is turned round', 'p.js', '!(await', '(await', 'ineffective'],
  ['an empty text is checked', 'p.js', 'isClean(this.data.text)', "isClean('')", 'unknown'],
  [
    'another field is checked',
    'p.js',
    'isClean(this.data.text)',
    'isClean(this.data.title)',
    'unknown',
  ],
  [
    'it is sent before the check',
    'p.js',
    'if (!(await',
    "wx.request({ url: 'https://api.example.com/drafts', data: { text: this.data.text } })\n    if (!(await",
    'ineffective',
  ],
  [
    'the wrapper always resolves to true',
    'guard.js',
    "resolve(result.suggest === 'pass')",
    'resolve(true)',
    'ineffective',
  ],
  [
    'the wrapper resolves to the whole answer',
    'guard.js',
    "resolve(result.suggest === 'pass')",
    'resolve(result)',
    'ineffective',
  ],
  [
    'the wrapper reads the wrong field',
    'guard.js',
    "result.suggest === 'pass'",
    'result.errCode !== 87014',
    'ineffective',
  ],
  [
    'the wrapper lets failures through',
    'guard.js',
    'resolve(false)',
    'resolve(true)',
    'ineffective',
  ],
  [
    'the wrapper answers before the check',
    'guard.js',
    'return new Promise((resolve) => {',
    'return new Promise((resolve) => {\n    resolve(true)',
    'ineffective',
  ],
  ['the wrapper calls another function', 'guard.js', "name: 'check'", "name: 'login'", 'unknown'],
  [
    'the wrapper sends a field that the function does not read',
    'guard.js',
    'data: { text }',
    'data: { content: text }',
    'unknown',
  ],
  [
    'the function answers a constant',
    'cloudfunctions/check/index.js',
    'suggest: result.suggest',
    "suggest: 'pass'",
    'ineffective',
  ],
  [
    'the function tests nothing and fails open',
    'cloudfunctions/check/index.js',
    'return { suggest: result.suggest }',
    "return { suggest: result.errCode ? 'risky' : 'pass' }",
    'ineffective',
  ],
]

testMutations('callbacks on the client', callbacks, callbackMutations)
testMutations('a wrapper that answers yes or no', wrapped, wrappedMutations)
