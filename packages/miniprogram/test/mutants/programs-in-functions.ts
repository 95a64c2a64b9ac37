/**
 * Programs whose guard works, in the styles that real ones use: the check stands in a cloud function.
 */

import { type GuardedProgram, PAGE, TEXT } from './guarded-program.ts'

const FUNCTION = 'cloudfunctions/publish/index.js'

const CLIENT = `
Page({
  data: { text: '' },
  onText(e) { this.setData({ text: e.detail.value }) },
  async onSend() {
    await wx.cloud.callFunction({ name: 'publish', data: { action: 'publish', $url: 'publish', content: this.data.text } })
  },
})`

function withFunction(name: string, code: string, more = {}): GuardedProgram {
  return { name, script: TEXT, files: { ...PAGE, 'p.js': CLIENT, [FUNCTION]: code, ...more } }
}

export const programsInFunctions: readonly GuardedProgram[] = [
  withFunction(
    'awaited',
    `
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
  ),
  withFunction(
    'an action switch over HTTP',
    `
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
  switch (event.action) {
    case 'publish':
      await checkText(event.token, event.openid, event.content)
      return db.collection('posts').add({ data: { content: event.content } })
    case 'list':
      return db.collection('posts').get()
  }
}`,
  ),
  withFunction(
    'a table of actions',
    `
const cloud = require('wx-server-sdk')
const db = cloud.database()
async function isClean(content) {
  try {
    const { result } = await cloud.openapi.security.msgSecCheck({ version: 2, scene: 2, openid: 'o', content })
    return result.suggest === 'pass'
  } catch (error) {
    return false
  }
}
const actions = {
  async publish({ content }) {
    const clean = await isClean(content)
    if (!clean) return { code: 1, message: '内容违规' }
    await db.collection('posts').add({ data: { content } })
    return { code: 0 }
  },
  async list() {
    return db.collection('posts').get()
  },
}
exports.main = async (event) => {
  const action = actions[event.action]
  if (!action) return { code: 404 }
  return await action(event)
}`,
  ),
  withFunction(
    'a chain of promises',
    `
const cloud = require('wx-server-sdk')
const db = cloud.database()
exports.main = (event) => {
  return cloud.openapi.security
    .msgSecCheck({ version: 2, scene: 3, openid: 'o', content: event.content })
    .then((answer) => {
      if (answer.errCode === 0 && answer.result.suggest === 'pass') {
        return db.collection('posts').add({ data: { content: event.content } })
      }
      return Promise.reject(new Error('risky'))
    })
    .catch((error) => ({ published: false, message: error.message }))
}`,
  ),
  withFunction(
    'a module beside the function',
    `
const cloud = require('wx-server-sdk')
const { assertClean } = require('./guard')
const db = cloud.database()
exports.main = async (event) => {
  const post = { content: event.content.trim(), likes: 0 }
  await assertClean([post.content])
  await db.collection('posts').add({ data: post })
  return 'ok'
}`,
    {
      'cloudfunctions/publish/guard.js': `
const cloud = require('wx-server-sdk')
async function checkOne(content) {
  const { result } = await cloud.openapi.security.msgSecCheck({ version: 2, scene: 3, openid: 'o', content })
  if (result.label !== 100) throw new Error('risky')
}
async function assertClean(texts) {
  for (const text of texts) {
    await checkOne(text)
  }
}
module.exports = { assertClean }`,
    },
  ),
  withFunction(
    'the old shape that throws',
    `
const cloud = require('wx-server-sdk')
const db = cloud.database()
exports.main = async (event) => {
  try {
    await cloud.openapi.security.msgSecCheck({ content: event.content })
  } catch (error) {
    return { published: false, code: error.errCode }
  }
  const { _id } = await db.collection('posts').add({ data: { content: event.content } })
  return { published: true, id: _id }
}`,
  ),
  withFunction(
    'a router',
    `
const cloud = require('wx-server-sdk')
const TcbRouter = require('tcb-router')
const db = cloud.database()
exports.main = async (event) => {
  const app = new TcbRouter({ event })
  app.use(async (ctx, next) => {
    ctx.openid = 'o'
    await next()
  })
  app.router('list', async (ctx) => { ctx.body = await db.collection('posts').get() })
  app.router('publish', async (ctx) => {
    const { content } = event
    const { result } = await cloud.openapi.security.msgSecCheck({ version: 2, scene: 3, openid: 'o', content })
    if (result.suggest === 'risky' || result.suggest === 'review') {
      ctx.body = { code: 87014 }
      return
    }
    ctx.body = await db.collection('posts').add({ data: { content } })
  })
  return app.serve()
}`,
  ),
  withFunction(
    'a middle hand that may refuse',
    `
const cloud = require('wx-server-sdk')
const axios = require('axios')
const db = cloud.database()
const ADDRESS = 'https://api.weixin.qq.com/wxa/msg_sec_check'
async function suggestFor(content) {
  const url = \`\${ADDRESS}?access_token=token\`
  const { data } = await axios.post(url, { content, version: 2, scene: 1, openid: 'o' })
  if (data.errcode) return 'review'
  return data.result.suggest
}
async function guarded(content, publish) {
  let suggest = 'review'
  try {
    suggest = await suggestFor(content)
  } finally {
    if (suggest === 'pass') await publish()
  }
  return suggest
}
exports.main = (event) =>
  guarded(event.content, () => db.collection('posts').add({ data: { content: event.content } }))`,
  ),
  withFunction(
    'nested in a condition',
    `
const cloud = require('wx-server-sdk')
const db = cloud.database()
exports.main = async (event) => {
  const content = event.content || ''
  if (content !== '') {
    const answer = await cloud.openapi.security.msgSecCheck({ version: 2, scene: 4, openid: 'o', content })
    const suggest = answer && answer.result ? answer.result.suggest : 'review'
    if (suggest === 'pass') {
      await db.collection('posts').add({ data: { content } })
    } else {
      await db.collection('refusals').add({ data: { reason: suggest } })
    }
  }
}`,
  ),
  {
    name: 'two fields checked together',
    script: [['onTitle', { value: '标题' }], ...TEXT],
    files: {
      ...PAGE,
      'p.wxml':
        '<input bindinput="onTitle"/><textarea bindinput="onText"/><button bindtap="onSend"/>',
      'p.js': `
Page({
  data: { title: '', text: '' },
  onTitle(e) { this.setData({ title: e.detail.value }) },
  onText(e) { this.setData({ text: e.detail.value }) },
  onSend() {
    const { title, text } = this.data
    wx.cloud.callFunction({ name: 'publish', data: { title, text } })
  },
})`,
      [FUNCTION]: `
const cloud = require('wx-server-sdk')
const db = cloud.database()
const check = (content) =>
  cloud.openapi.security.msgSecCheck({ version: 2, scene: 3, openid: 'o', content })
exports.main = async ({ title, text }) => {
  const [first, second] = await Promise.all([check(title), check(text)])
  if (first.result.suggest !== 'pass' || second.result.suggest !== 'pass') {
    return { errCode: 1 }
  }
  await db.collection('posts').add({ data: { title, text } })
  return { errCode: 0 }
}`,
    },
  },
]
