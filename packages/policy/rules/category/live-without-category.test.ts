import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Observations } from '@fangxing/contract'
import {
  placeIn,
  seenElement,
  seenEntry,
  seenText,
  submitted,
  submittedBy,
  wechatManifest,
} from '../../src/examples.ts'
import { judgeBy } from '../../src/judge-by.ts'
import { liveWithoutCategory } from './live-without-category.ts'

const nothing: Partial<Observations> = {
  manifest: wechatManifest,
  pages: [],
  texts: [],
  elements: [],
  apiCalls: [],
  publishEntries: [],
  submission: submitted('工具-办公'),
}
const call = { name: 'wx.createLivePusherContext', place: placeIn('pages/a/a.js', 2) }

const cases: [name: string, seen: Partial<Observations>, expect: string][] = [
  ['a player alone', { elements: [seenElement('live-player', 'a.wxml')] }, 'violation'],
  ['a context without an element', { apiCalls: [call] }, 'violation'],
  ['an entry for live streams', { publishEntries: [seenEntry('live')] }, 'violation'],
  [
    'a live room of a video channel',
    { elements: [seenElement('channel-live', 'a.wxml')] },
    'inapplicable',
  ],
  ['a button to a room', { texts: [seenText('进入直播间', 'a.wxml')] }, 'undetermined'],
  ['a word in passing', { texts: [seenText('本店直播同款', 'a.wxml')] }, 'inapplicable'],
  ['a recorded video', { elements: [seenElement('video', 'a.wxml')] }, 'inapplicable'],
  [
    'notes do not open live streams',
    { apiCalls: [call], submission: submitted('社交-笔记') },
    'violation',
  ],
  ['live quizzes do', { apiCalls: [call], submission: submitted('社交-直播答题') }, 'pass'],
  ['a notary does', { apiCalls: [call], submission: submitted('商业服务-公证') }, 'pass'],
]

for (const [name, seen, expect] of cases) {
  test(`${name} → ${expect}`, () => {
    assert.equal(judgeBy(liveWithoutCategory, { ...nothing, ...seen }).kind, expect)
  })
}

test('a page with many players is one finding', () => {
  const elements = [1, 2, 3].map(() => seenElement('live-player', 'pages/wall/wall.wxml'))
  const outcome = judgeBy(liveWithoutCategory, { ...nothing, elements })
  assert.ok(outcome.kind === 'violation' && outcome.findings.length === 1)
})

test('an individual is told that the category cannot be added', () => {
  const submission = submittedBy({ kind: 'individual' }, '工具-办公')
  const outcome = judgeBy(liveWithoutCategory, { ...nothing, apiCalls: [call], submission })
  assert.ok(outcome.kind === 'violation')
  assert.match(outcome.findings[0].fix?.zh ?? '', /当前主体不能申请/)
})
