/**
 * A live section that plays in a plain player asks for a live category.
 *
 * Without a live component nothing proves the stream. What the components prove belongs to the rule
 * `category/live-without-category`.
 */

import { seenElement, seenPage, submitted, wechatManifest } from '../../src/examples.ts'
import { IMPLYING_KINDS, likelyCategory } from '../../src/implied/likely-rule.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'
import { liveWithoutCategory } from './live-without-category.ts'

const NEEDED = ['社交-直播', '社交-直播表演']
const ANSWERING = new Set([...NEEDED, '社交-直播答题', '教育服务-在线视频课程'])

const room = {
  manifest: wechatManifest,
  pages: [seenPage('pages/live/live', '直播')],
  texts: [],
  elements: [seenElement('video', 'pages/live/live.wxml', { src: '{{hlsUrl}}' })],
  apiCalls: [],
  hosts: [],
  publishEntries: [],
}

export const likelyLive = defineRule({
  id: 'category/likely-live',
  clause: 'wechat-filing-2022/1.1',
  severity: 'review',
  title: say('像是直播，但没有直播类目', 'Looks like live streaming, without a category for it'),
  why: say(
    '直播属于社交类目，用普通播放器播放也一样，首次提审要报备。',
    'A live stream is social, also in a plain player, and it is filed at the first submission.',
  ),
  fix: say(
    '若播放实时内容，添加社交-直播；若只是回放或他人直播间的入口，请写明。',
    'If it plays live content, add 社交-直播; if it only replays or links to another room, say so.',
  ),
  needs: IMPLYING_KINDS,
  answeredBy: NEEDED,
  examples: [
    {
      name: say('直播栏目用普通播放器', 'a live section in a plain player'),
      seen: { ...room, submission: submitted('工具-办公') },
      expect: 'violation',
    },
    {
      name: say('在线课程可以直播', 'an online course may stream'),
      seen: { ...room, submission: submitted('教育服务-在线视频课程') },
      expect: 'pass',
    },
    {
      name: say('有播放器，没有直播', 'a player, and nothing live'),
      seen: { ...room, pages: [seenPage('pages/goods/goods', '商品')], submission: submitted() },
      expect: 'inapplicable',
    },
  ],

  evaluate: (seen) => likelyCategory(seen, liveWithoutCategory, NEEDED, ANSWERING),
})
