/**
 * Programs whose guard works, in the styles that real ones use: the page asks for a check and decides.
 */

import { type GuardedProgram, PAGE, TEXT } from './guarded-program.ts'

const CHECK = 'cloudfunctions/check/index.js'

/** Hands the answer of the old shape on, whether it throws or not. */
const OLD_CHECK = `
const cloud = require('wx-server-sdk')
exports.main = async (event) => {
  try {
    return await cloud.openapi.security.msgSecCheck({ content: event.msg })
  } catch (error) {
    return error
  }
}`

const CHECK_OF_TODAY = `
const cloud = require('wx-server-sdk')
exports.main = async ({ text }) => {
  const { OPENID: openid } = cloud.getWXContext()
  const { result } = await cloud.openapi.security.msgSecCheck({ version: 2, scene: 2, openid, content: text })
  return { suggest: result.suggest }
}`

const IMAGE_CHECK = `
const cloud = require('wx-server-sdk')
exports.main = async (event) => {
  try {
    const file = await cloud.downloadFile({ fileID: event.image })
    const answer = await cloud.openapi.security.imgSecCheck({
      media: { contentType: 'image/png', value: file.fileContent },
    })
    return { clean: answer.errCode === 0 }
  } catch (error) {
    return { clean: false }
  }
}`

export const programsOnClient: readonly GuardedProgram[] = [
  {
    name: 'callbacks',
    script: TEXT,
    files: {
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
      fail() {
        wx.showToast({ title: '请稍后再试' })
      },
    })
  },
  publish() {
    db.collection('posts').add({ data: { text: this.data.text } })
  },
})`,
      [CHECK]: OLD_CHECK,
    },
  },
  {
    name: 'a wrapper that answers yes or no',
    script: TEXT,
    files: {
      ...PAGE,
      'p.js': `
const { isClean } = require('./guard')
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
function isClean(text) {
  return new Promise((resolve) => {
    wx.cloud.callFunction({
      name: 'check',
      data: { text },
      success: ({ result }) => resolve(result.suggest === 'pass'),
      fail: () => resolve(false),
    })
  })
}
module.exports = { isClean }`,
      [CHECK]: CHECK_OF_TODAY,
    },
  },
  {
    name: 'a chain on the page',
    script: TEXT,
    files: {
      ...PAGE,
      'p.js': `
const guard = require('./guard')
Page({
  data: { text: '' },
  onText(e) { this.setData({ text: e.detail.value }) },
  onSend() {
    const { text } = this.data
    wx.showLoading({ title: '发布中' })
    guard
      .check(text)
      .then(() => wx.cloud.database().collection('posts').add({ data: { text } }))
      .then(() => wx.navigateBack())
      .catch(() => wx.showToast({ title: '发布失败' }))
  },
})`,
      'guard.js': `
const call = (name, data) => wx.cloud.callFunction({ name, data }).then(({ result }) => result)
exports.check = async (text) => {
  const result = await call('check', { text })
  if (result.suggest !== 'pass') throw new Error('risky')
}`,
      [CHECK]: CHECK_OF_TODAY,
    },
  },
  {
    name: 'a class in TypeScript',
    script: TEXT,
    files: {
      ...PAGE,
      'p.ts': `
const { Draft } = require('./draft')
Page({
  data: { text: '' as string },
  onText(e: { detail: { value: string } }) { this.setData({ text: e.detail.value }) },
  async onSend(): Promise<void> {
    const draft = new Draft(this.data.text)
    await draft.check()
    if (draft.isClean()) {
      await draft.publish()
    }
  },
})`,
      'draft.ts': `
class Draft {
  constructor(text) {
    this.text = text
    this.suggest = 'review'
  }
  async check(): Promise<void> {
    const { result } = await wx.cloud.callFunction({ name: 'check', data: { text: this.text } })
    this.suggest = result.suggest
  }
  isClean(): boolean {
    return this.suggest === 'pass'
  }
  publish(): Promise<unknown> {
    return wx.cloud.database().collection('posts').add({ data: { text: this.text } })
  }
}
module.exports = { Draft }`,
      [CHECK]: CHECK_OF_TODAY,
    },
  },
  {
    name: 'a picture',
    script: [['onPicture', {}]],
    files: {
      'app.json': '{"pages":["p"]}',
      'p.wxml': '<button bindtap="onPicture"/>',
      'p.js': `
Page({
  async onPicture() {
    const { tempFilePaths } = await wx.chooseImage({ count: 1 })
    const { fileID } = await wx.cloud.uploadFile({ cloudPath: 'a.png', filePath: tempFilePaths[0] })
    const { result } = await wx.cloud.callFunction({ name: 'image', data: { image: fileID } })
    if (!result.clean) {
      return wx.showToast({ title: '图片违规' })
    }
    await wx.cloud.database().collection('posts').add({ data: { fileID } })
  },
})`,
      'cloudfunctions/image/index.js': IMAGE_CHECK,
    },
  },
  {
    name: 'pictures of a list',
    script: [
      ['onChoose', {}],
      ['onSend', {}],
    ],
    files: {
      'app.json': '{"pages":["p"]}',
      'p.wxml': '<button bindtap="onChoose"/><button bindtap="onSend"/>',
      'p.js': `
Page({
  data: { pictures: [] },
  async onChoose() {
    const { tempFiles } = await wx.chooseMedia({ count: 9, mediaType: ['image'] })
    this.setData({ pictures: tempFiles.map((file) => file.tempFilePath) })
  },
  async onSend() {
    const uploads = await Promise.all(
      this.data.pictures.map((filePath) => wx.cloud.uploadFile({ cloudPath: 'a.png', filePath })),
    )
    const fileIDs = uploads.map(({ fileID }) => fileID)
    const answers = await Promise.all(
      fileIDs.map((image) => wx.cloud.callFunction({ name: 'image', data: { image } })),
    )
    if (answers.every(({ result }) => result.clean)) {
      await wx.cloud.database().collection('posts').add({ data: { fileIDs } })
    }
  },
})`,
      'cloudfunctions/image/index.js': IMAGE_CHECK,
    },
  },
  {
    name: 'pictures one by one',
    script: [['onSend', {}]],
    files: {
      'app.json': '{"pages":["p"]}',
      'p.wxml': '<button bindtap="onSend"/>',
      'p.js': `
Page({
  async onSend() {
    const { tempFiles } = await wx.chooseMedia({ count: 9, mediaType: ['image'] })
    const fileIDs = []
    let isClean = true
    for (let i = 0; i < tempFiles.length; i++) {
      const { fileID } = await wx.cloud.uploadFile({ cloudPath: 'a.png', filePath: tempFiles[i].tempFilePath })
      fileIDs.push(fileID)
    }
    for (const image of fileIDs) {
      const { result } = await wx.cloud.callFunction({ name: 'image', data: { image } })
      if (!result.clean) {
        isClean = false
        break
      }
    }
    if (!isClean) return
    await wx.cloud.database().collection('posts').add({ data: { fileIDs } })
  },
})`,
      'cloudfunctions/image/index.js': IMAGE_CHECK,
    },
  },
  {
    name: 'pictures if there are any',
    script: [
      ['onChoose', {}],
      ['onSend', {}],
    ],
    files: {
      'app.json': '{"pages":["p"]}',
      'p.wxml': '<button bindtap="onChoose"/><button bindtap="onSend"/>',
      'p.js': `
Page({
  data: { pictures: [] },
  async onChoose() {
    const { tempFilePaths } = await wx.chooseImage({ count: 9 })
    this.setData({ pictures: tempFilePaths })
  },
  async onSend() {
    const { pictures } = this.data
    const fileIDs = []
    if (pictures.length > 0) {
      for (const filePath of pictures) {
        const { fileID } = await wx.cloud.uploadFile({ cloudPath: 'a.png', filePath })
        const { result } = await wx.cloud.callFunction({ name: 'image', data: { image: fileID } })
        if (!result.clean) {
          wx.showToast({ title: '图片违规' })
          return
        }
        fileIDs.push(fileID)
      }
    }
    await wx.cloud.database().collection('posts').add({ data: { fileIDs } })
  },
})`,
      'cloudfunctions/image/index.js': IMAGE_CHECK,
    },
  },
]
