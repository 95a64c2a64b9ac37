import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Observations } from '@fangxing/contract'
import { seenElement, seenPage, seenText, submitted, wechatManifest } from '../../src/examples.ts'
import { judgeBy } from '../../src/judge-by.ts'
import { videoWithoutCategory } from './video-without-category.ts'

const player: Partial<Observations> = {
  manifest: wechatManifest,
  pages: [],
  texts: [],
  elements: [seenElement('video', 'pages/a/a.wxml')],
  submission: submitted('商家自营-玩具'),
}

const cases: [name: string, seen: Partial<Observations>, expect: string][] = [
  ['a path named after videos', { pages: [seenPage('packageA/video-list/index')] }, 'violation'],
  ['a tab of videos', { texts: [seenText('视频', 'app.json')] }, 'violation'],
  [
    'a button that sends a video',
    { texts: [seenText('视频', 'pages/chat/chat.wxml')] },
    'undetermined',
  ],
  ['a tab of series', { texts: [seenText('热播剧集', 'pages/a/a.wxml')] }, 'violation'],
  ['a label of one clip', { texts: [seenText('商品视频', 'pages/a/a.wxml')] }, 'undetermined'],
  ['a page of film tickets', { pages: [seenPage('pages/movie/list', '电影票')] }, 'undetermined'],
  [
    'a path that only begins like one',
    { pages: [seenPage('pages/videoconference/a')] },
    'undetermined',
  ],
  [
    'an embedded channel video',
    { elements: [seenElement('channel-video', 'a.wxml')] },
    'inapplicable',
  ],
  ['short dramas have a category of their own', { submission: submitted('文娱-微短剧') }, 'pass'],
  [
    'music is no video',
    { pages: [seenPage('video/a')], submission: submitted('文娱-音乐') },
    'violation',
  ],
]

for (const [name, seen, expect] of cases) {
  test(`${name} → ${expect}`, () => {
    assert.equal(judgeBy(videoWithoutCategory, { ...player, ...seen }).kind, expect)
  })
}
