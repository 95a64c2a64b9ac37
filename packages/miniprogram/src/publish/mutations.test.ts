/**
 * Small faults put into programs whose guard works: each must be seen.
 *
 * A program is one page, its scripts and its cloud functions; a row changes one place in one file.
 */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Guard } from '@fangxing/contract'
import { packageOf } from '../../read-fixture.ts'
import { observeProgram } from '../observe-program.ts'

type Files = Readonly<Record<string, string>>
type Mutation = readonly [
  name: string,
  file: string,
  find: string,
  replace: string,
  expect: Guard['kind'],
]

const PAGE = {
  'app.json': '{"pages":["p"]}',
  'p.wxml': '<textarea bindinput="onText"/><button bindtap="onSend"/>',
}

const awaited: Files = {
  ...PAGE,
  'p.js': `
Page({
  data: { text: '', title: '固定标题' },
  onText(e) { this.setData({ text: e.detail.value }) },
  async onSend() {
    await wx.cloud.callFunction({ name: 'publish', data: { content: this.data.text } })
  },
})`,
  'cloudfunctions/publish/index.js': `
const cloud = require('wx-server-sdk')
const db = cloud.database()
exports.main = async (event) => {
  const { OPENID } = cloud.getWXContext()
  const answer = await cloud.openapi.security.msgSecCheck({
    version: 2, scene: 3, openid: OPENID, content: event.content,
  })
  if (answer.result.suggest !== 'pass') return { published: false }
  await db.collection('posts').add({ data: { content: event.content } })
  return { published: true }
}`,
}
const FUNCTION = 'cloudfunctions/publish/index.js'

const awaitedMutations: readonly Mutation[] = [
  ['the await is dropped', FUNCTION, 'await cloud.openapi', 'cloud.openapi', 'ineffective'],
  [
    'the test is dropped',
    FUNCTION,
    "if (answer.result.suggest !== 'pass') return { published: false }",
    '',
    'ineffective',
  ],
  [
    'the answer is read one level too high',
    FUNCTION,
    "answer.result.suggest !== 'pass'",
    "answer.suggest === 'risky'",
    'ineffective',
  ],
  [
    'the answer is read one level too deep',
    FUNCTION,
    "answer.result.suggest !== 'pass'",
    "answer.result.result.suggest === 'risky'",
    'ineffective',
  ],
  [
    'the error code of the old shape is tested',
    FUNCTION,
    "answer.result.suggest !== 'pass'",
    'answer.errCode === 87014',
    'ineffective',
  ],
  [
    'only the transport code is tested',
    FUNCTION,
    "answer.result.suggest !== 'pass'",
    'answer.errCode !== 0',
    'ineffective',
  ],
  [
    'a word that is never answered is tested',
    FUNCTION,
    "answer.result.suggest !== 'pass'",
    "answer.result.suggest === 'block'",
    'ineffective',
  ],
  [
    'the label is compared with the wrong number',
    FUNCTION,
    "answer.result.suggest !== 'pass'",
    'answer.result.label === 0',
    'ineffective',
  ],
  ['the test is turned round', FUNCTION, "!== 'pass'", "=== 'pass'", 'ineffective'],
  [
    'the branch no longer returns',
    FUNCTION,
    'return { published: false }',
    "console.log('risky')",
    'ineffective',
  ],
  [
    'the write moves before the check',
    FUNCTION,
    'const answer =',
    "await db.collection('posts').add({ data: { content: event.content } })\n  const answer =",
    'ineffective',
  ],
  [
    'the call is swallowed by a catch',
    FUNCTION,
    "if (answer.result.suggest !== 'pass') return { published: false }",
    "try { if (answer.result.suggest !== 'pass') throw new Error('risky') } catch (error) { console.log(error) }",
    'ineffective',
  ],
  ['another text is checked', FUNCTION, 'content: event.content,', "content: '你好',", 'unguarded'],
  [
    'another field is checked',
    FUNCTION,
    'content: event.content,',
    'content: event.title,',
    'unguarded',
  ],
  ['the name of the check is wrong', FUNCTION, 'msgSecCheck', 'textSecCheck', 'unguarded'],
  [
    'the check is removed',
    FUNCTION,
    'await cloud.openapi.security.msgSecCheck({\n    version: 2, scene: 3, openid: OPENID, content: event.content,\n  })',
    "{ result: { suggest: 'pass' } }",
    'unguarded',
  ],
  [
    'the check is a comment',
    FUNCTION,
    "const answer = await cloud.openapi.security.msgSecCheck({\n    version: 2, scene: 3, openid: OPENID, content: event.content,\n  })\n  if (answer.result.suggest !== 'pass') return { published: false }",
    '// msgSecCheck',
    'unguarded',
  ],
  [
    'one branch writes without it',
    FUNCTION,
    'const answer =',
    "if (OPENID === 'editor') return db.collection('posts').add({ data: event })\n  const answer =",
    'ineffective',
  ],
  [
    'the check is skipped when a switch is off',
    FUNCTION,
    "if (answer.result.suggest !== 'pass')",
    "if (event.strict && answer.result.suggest !== 'pass')",
    'ineffective',
  ],
  [
    'a failing call lets everything through',
    FUNCTION,
    'const answer = await cloud.openapi.security.msgSecCheck({\n    version: 2, scene: 3, openid: OPENID, content: event.content,\n  })',
    "let answer = { result: { suggest: 'pass' } }\n  try {\n    answer = await cloud.openapi.security.msgSecCheck({ version: 2, scene: 3, openid: OPENID, content: event.content })\n  } catch (error) { console.log(error) }",
    'ineffective',
  ],
  [
    'the client calls a function that is not there',
    'p.js',
    "name: 'publish'",
    "name: 'publishAll'",
    'unknown',
  ],
  [
    'the client calls a function by a name from the server',
    'p.js',
    "name: 'publish'",
    'name: this.data.target',
    'unknown',
  ],
  [
    'the client writes by itself',
    'p.js',
    "await wx.cloud.callFunction({ name: 'publish', data: { content: this.data.text } })",
    "await wx.cloud.database().collection('posts').add({ data: { content: this.data.text } })",
    'unguarded',
  ],
  [
    'the client sends it elsewhere',
    'p.js',
    "await wx.cloud.callFunction({ name: 'publish', data: { content: this.data.text } })",
    "wx.request({ url: 'https://api.example.com/posts', data: { content: this.data.text } })",
    'unknown',
  ],
  [
    'the client also sends it elsewhere before',
    'p.js',
    'await wx.cloud',
    "wx.request({ url: 'https://api.example.com/posts', data: { content: this.data.text } })\n    await wx.cloud",
    'ineffective',
  ],
]

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

const thrown: Files = {
  ...PAGE,
  'p.js': awaited['p.js'] ?? '',
  [FUNCTION]: `
const cloud = require('wx-server-sdk')
const axios = require('axios')
const db = cloud.database()
function checkText(token, openid, content) {
  return axios
    .post('https://api.weixin.qq.com/wxa/msg_sec_check?access_token=' + token, { version: 2, scene: 3, openid, content })
    .then(({ data }) => {
      if (data.errcode !== 0 || data.result.suggest !== 'pass') throw new Error('risky')
    })
}
exports.main = async (event) => {
  switch (event.action || 'publish') {
    case 'publish':
      await checkText(event.token, event.openid, event.content)
      return db.collection('posts').add({ data: { content: event.content } })
    case 'list':
      return db.collection('posts').get()
    case 'import':
      return db.collection('posts').add({ data: event })
  }
}`,
}

const thrownMutations: readonly Mutation[] = [
  ['the await is dropped', FUNCTION, 'await checkText', 'checkText', 'ineffective'],
  [
    'the throw is dropped',
    FUNCTION,
    "throw new Error('risky')",
    "console.log('risky')",
    'ineffective',
  ],
  [
    'the throw is swallowed',
    FUNCTION,
    'await checkText(event.token, event.openid, event.content)',
    'await checkText(event.token, event.openid, event.content).catch(() => {})',
    'ineffective',
  ],
  [
    'the throw is caught and logged',
    FUNCTION,
    'await checkText(event.token, event.openid, event.content)',
    'try { await checkText(event.token, event.openid, event.content) } catch (error) { console.error(error) }',
    'ineffective',
  ],
  [
    'only the transport code is tested',
    FUNCTION,
    " || data.result.suggest !== 'pass'",
    '',
    'ineffective',
  ],
  [
    'the answer of the old shape is expected',
    FUNCTION,
    "data.errcode !== 0 || data.result.suggest !== 'pass'",
    'data.errcode === 87014',
    'ineffective',
  ],
  [
    'the write comes first',
    FUNCTION,
    'await checkText',
    "await db.collection('posts').add({ data: event })\n      await checkText",
    'ineffective',
  ],
  [
    'a constant is checked',
    FUNCTION,
    'event.openid, event.content)',
    "event.openid, '测试')",
    'unguarded',
  ],
  [
    'the arguments change places',
    FUNCTION,
    'checkText(event.token, event.openid, event.content)',
    'checkText(event.token, event.openid)',
    'unguarded',
  ],
  [
    'another address is called',
    FUNCTION,
    '/wxa/msg_sec_check',
    '/wxa/getuserriskrank',
    'unguarded',
  ],
  [
    'the client chooses an action without it',
    'p.js',
    'data: { content',
    "data: { action: 'import', content",
    'unguarded',
  ],
]

const tables: readonly (readonly [style: string, files: Files, mutations: readonly Mutation[]])[] =
  [
    ['awaited in the cloud function', awaited, awaitedMutations],
    ['callbacks on the client', callbacks, callbackMutations],
    ['a wrapper that answers yes or no', wrapped, wrappedMutations],
    ['a chain that throws, over HTTP', thrown, thrownMutations],
  ]

for (const [style, files, mutations] of tables) {
  test(`${style}: the guard is proved`, () => assert.equal(guardOf(files), 'guarded'))

  for (const [name, file, find, replace, expect] of mutations) {
    test(`${style}: ${name} → ${expect}`, () => {
      const source = files[file] ?? ''
      assert.ok(source.includes(find), `${file} no longer contains ${find}`)
      assert.equal(guardOf({ ...files, [file]: source.replace(find, () => replace) }), expect)
    })
  }
}

function guardOf(files: Files): Guard['kind'] | undefined {
  return observeProgram(packageOf(files)).publishEntries[0]?.guard.kind
}
