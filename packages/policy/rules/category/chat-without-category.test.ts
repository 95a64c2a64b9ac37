import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Observations } from '@fangxing/contract'
import { placeIn, seenPage, seenText, submitted, wechatManifest } from '../../src/examples.ts'
import { judgeBy } from '../../src/judge-by.ts'
import { chatWithoutCategory } from './chat-without-category.ts'

const nothing: Partial<Observations> = {
  manifest: wechatManifest,
  pages: [],
  texts: [],
  apiCalls: [],
  hosts: [],
  submission: submitted('工具-办公'),
}
const socket = { name: 'wx.connectSocket', place: placeIn('pages/a/a.js', 2) }
const provider = { host: 'a1.easemob.com', place: placeIn('libs/im.js', 2) }

const cases: [name: string, seen: Partial<Observations>, expect: string][] = [
  [
    'a provider and a label of private messages',
    { hosts: [provider], texts: [seenText('私信', 'a.wxml')] },
    'violation',
  ],
  [
    'a provider and a path',
    { hosts: [provider], pages: [seenPage('pages/im/index')] },
    'violation',
  ],
  [
    'a chat page without any wire',
    { pages: [seenPage('pages/chat/chat', '聊天')] },
    'inapplicable',
  ],
  [
    'a path that only begins like one',
    { apiCalls: [socket], pages: [seenPage('pages/image/image')] },
    'inapplicable',
  ],
  ['a socket without a page for it', { apiCalls: [socket] }, 'inapplicable'],
  [
    'a forum category is not for chat',
    {
      apiCalls: [socket],
      pages: [seenPage('pages/chat/chat')],
      submission: submitted('社交-社区/论坛'),
    },
    'violation',
  ],
  [
    'a submitted text is no label',
    { apiCalls: [socket], texts: [seenText('私信')] },
    'inapplicable',
  ],
]

for (const [name, seen, expect] of cases) {
  test(`${name} → ${expect}`, () => {
    assert.equal(judgeBy(chatWithoutCategory, { ...nothing, ...seen }).kind, expect)
  })
}
