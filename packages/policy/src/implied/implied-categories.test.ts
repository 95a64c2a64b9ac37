import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describePlace } from '@fangxing/contract'
import {
  baiduManifest,
  placeIn,
  seenElement,
  seenEntry,
  seenPage,
  seenText,
  wechatManifest,
} from '../examples.ts'
import type { ImplyingFacts } from './clue.ts'
import { answers, impliedCategories } from './implied-categories.ts'

const nothing: ImplyingFacts = {
  manifest: wechatManifest,
  pages: [],
  texts: [],
  elements: [],
  apiCalls: [],
  hosts: [],
  publishEntries: [],
}
const call = (name: string) => ({ name, place: placeIn('pages/a/a.js', 3) })
const SCREEN = 'pages/a/a.wxml'
const screen = seenElement('view', SCREEN)

/** `shown filed 社交-笔记` of each. */
function implied(seen: Partial<ImplyingFacts>): readonly string[] {
  return impliedCategories({ ...nothing, ...seen }).map(
    ({ anyOf, strength, filed }) => `${strength} ${filed ? 'filed' : 'free'} ${anyOf[0] ?? 'none'}`,
  )
}

const rows: [name: string, seen: Partial<ImplyingFacts>, expect: readonly string[]][] = [
  ['nothing', {}, []],
  [
    'a forum with posting',
    { pages: [seenPage('pages/a/a', '校园论坛')], publishEntries: [seenEntry('text')] },
    ['shown filed 社交-社区/论坛'],
  ],
  ['a forum without posting', { pages: [seenPage('pages/a/a', '校园论坛')] }, []],
  [
    'a form with the word 回复 alone',
    {
      elements: [screen],
      texts: [seenText('等待回复', SCREEN)],
      publishEntries: [seenEntry('text')],
    },
    [],
  ],
  [
    'a form with 留言, and the faces of others',
    {
      elements: [screen, seenElement('image', SCREEN, { src: '{{item.avatarUrl}}' })],
      texts: [seenText('发送留言', SCREEN)],
      publishEntries: [seenEntry('text')],
    },
    ['likely filed 社交-社区/论坛'],
  ],
  [
    'a form with 留言, and the face of the user',
    {
      elements: [screen, seenElement('image', SCREEN, { src: '{{userInfo.avatarUrl}}' })],
      texts: [seenText('发送留言', SCREEN)],
      publishEntries: [seenEntry('text')],
    },
    [],
  ],
  [
    'words that only a script names',
    {
      elements: [screen],
      texts: [seenText('评论', 'utils/log.js'), seenText('点赞', 'utils/log.js')],
      publishEntries: [seenEntry('text')],
    },
    [],
  ],
  [
    'users who post videos, and a player',
    { elements: [seenElement('video', SCREEN)], apiCalls: [call('wx.chooseVideo')] },
    ['shown filed 文娱-其他视频'],
  ],
  ['one clip on a page of goods', { elements: [seenElement('video', SCREEN)] }, []],
  [
    'a live section that plays in a plain player',
    { pages: [seenPage('pages/a/a', '直播')], elements: [seenElement('video', SCREEN)] },
    ['shown filed 社交-直播'],
  ],
  [
    'a chat page that sends text',
    {
      pages: [seenPage('pages/chat/chat')],
      publishEntries: [seenEntry('text', { kind: 'unguarded' }, 'pages/chat/chat')],
    },
    ['likely filed 社交-陌生人交友'],
  ],
  [
    'machine answers',
    { texts: [seenText('免费体验 GPT', SCREEN)], publishEntries: [seenEntry('text')] },
    ['shown free 深度合成-AI问答'],
  ],
  ['a shop', { texts: [seenText('加入购物车', SCREEN)] }, ['shown free 商家自营-*']],
  ['a game', { pages: [seenPage('pages/a/a', '2048小游戏')] }, ['shown free none']],
  [
    'the same forum on another platform',
    {
      manifest: baiduManifest,
      pages: [seenPage('pages/a/a', '校园论坛')],
      publishEntries: [seenEntry('text')],
    },
    [],
  ],
]

for (const [name, seen, expect] of rows) {
  test(`${name} → ${expect.join(', ') || 'nothing'}`, () => assert.deepEqual(implied(seen), expect))
}

test('the evidence names the places of the words and of the entry', () => {
  const [one] = impliedCategories({
    ...nothing,
    pages: [seenPage('pages/a/a', '校园论坛')],
    publishEntries: [seenEntry('text')],
  })
  assert.deepEqual(
    one?.evidence.map(({ place }) => describePlace(place)),
    ['app.json:3:1', 'pages/post/post.wxml:4:1'],
  )
})

test('a category of a kind is answered by any of that kind', () => {
  assert.equal(answers('医疗服务-就医服务', { anyOf: ['医疗服务-*'] }), true)
  assert.equal(answers('医疗器械-自营', { anyOf: ['医疗服务-*'] }), false)
  assert.equal(answers('社交-笔记', { anyOf: ['社交-问答', '社交-笔记'] }), true)
})
