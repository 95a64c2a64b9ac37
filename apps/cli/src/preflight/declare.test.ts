import assert from 'node:assert/strict'
import { test } from 'node:test'
import { observeProgram } from '@fangxing/miniprogram'
import { packageOf, reportOf } from '../../test/report-of.ts'
import { toDeclaration } from './declare.ts'

const NOTES = { first: '社交', second: '笔记' }

function declarationOf(page: string, script: string, fields = {}, more = {}) {
  const files = packageOf({
    'app.json': '{ "pages": ["pages/a/a"] }',
    'pages/a/a.json': '{ "navigationBarTitleText": "笔记" }',
    'pages/a/a.wxml': page,
    'pages/a/a.js': script,
    ...more,
    'cloudfunctions/publish/index.js': `const cloud = require('wx-server-sdk')
exports.main = async ({ text }) => {
  const { result } = await cloud.openapi.security.msgSecCheck({ content: text, version: 2, scene: 2, openid: cloud.getWXContext().OPENID })
  if (result.suggest !== 'pass') return
  await cloud.database().collection('notes').add({ data: { text } })
}`,
  })
  return toDeclaration(reportOf(files, fields), observeProgram(files).pages)
}

const FORM = '<textarea bindinput="onText" /><button bindtap="onSend">发布</button>'
const script = (send: string) => `Page({
  onText(e) { this.text = e.detail.value },
  onSend() { const text = this.text; ${send} },
})`

test('a program without entries declares that users publish nothing', () => {
  const { submit_audit } = declarationOf('<view>你好</view>', 'Page({})')
  assert.deepEqual(submit_audit.ugc_declare, { scene: [0] })
})

test('a proved guard is declared as the platform interface', () => {
  const send = "wx.cloud.callFunction({ name: 'publish', data: { text } })"
  const { submit_audit, open } = declarationOf(FORM, script(send), { categories: [NOTES] })
  assert.deepEqual(submit_audit.ugc_declare, {
    scene: [4],
    method: [1],
    has_audit_team: 0,
    audit_desc: '文字：发布前调用内容安全接口检测，未通过不发布',
  })
  assert.deepEqual(submit_audit.item_list, [
    { address: 'pages/a/a', tag: '', first_class: '社交', second_class: '笔记', title: '笔记' },
  ])
  assert.deepEqual(open, ['有没有审核团队：有则加 --audit-team'])
})

test('what leaves for a server of the team is left open, not claimed', () => {
  const send = "wx.request({ url: 'https://api.example.com/notes', data: { text } })"
  const { submit_audit, open } = declarationOf(FORM, script(send))
  assert.deepEqual(submit_audit.ugc_declare.method, [4])
  assert.match(submit_audit.ugc_declare.audit_desc ?? '', /\[请填写\]/)
  assert(open.some((one) => one.includes('api.example.com')))
})

test('a category that a rule asks for is listed with its evidence', () => {
  const send = "wx.cloud.database().collection('notes').add({ data: { text } })"
  const page = `<view>校园论坛</view>${FORM}`
  const { categories } = declarationOf(page, script(send))
  assert.deepEqual(
    categories.asked.map(({ oneOf, evidence }) => [oneOf[0], evidence]),
    [['社交-社区/论坛', 'pages/a/a.wxml:1:18']],
  )
})

test('what the team claims of its server takes the open place', () => {
  const send = "wx.request({ url: 'https://api.example.com/notes', data: { text } })"
  const claims = { backends: [{ to: 'api.example.com', check: '发布前调用 msgSecCheck' }] }
  const more = { 'fangxing.json': JSON.stringify(claims) }
  const { submit_audit } = declarationOf(FORM, script(send), {}, more)
  assert.equal(
    submit_audit.ugc_declare.audit_desc,
    '文字：由我方服务端处理，检测方式：发布前调用 msgSecCheck',
  )
})
