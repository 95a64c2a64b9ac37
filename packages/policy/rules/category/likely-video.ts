/**
 * Users who post videos, or comments that fly over them, ask for a video category.
 *
 * What a section of videos proves belongs to the rule `category/video-without-category`.
 */

import { placeIn, seenElement, submitted, wechatManifest } from '../../src/examples.ts'
import { IMPLYING_KINDS, likelyCategory } from '../../src/implied/likely-rule.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'
import { videoWithoutCategory } from './video-without-category.ts'

const NEEDED = ['文娱-其他视频', '文娱-视频广场']
const ANSWERING = new Set([
  ...NEEDED,
  '文娱-微短剧',
  '文娱-互动微短剧',
  '文娱-动漫',
  '教育服务-在线视频课程',
])

const posting = {
  manifest: wechatManifest,
  pages: [],
  texts: [],
  elements: [seenElement('video', 'pages/post/post.wxml')],
  apiCalls: [{ name: 'wx.chooseVideo', place: placeIn('pages/post/post.js', 7) }],
  hosts: [],
  publishEntries: [],
}

export const likelyVideo = defineRule({
  id: 'category/likely-video',
  clause: 'wechat-filing-2022/1.2',
  severity: 'review',
  title: say(
    '像是视频服务，但没有视频类目',
    'Looks like a video service, without a category for it',
  ),
  why: say(
    '用户上传的视频供他人观看，审核时会要求文娱-视频类目并报备。',
    'Videos that users post for others to watch lead to the video category, which is filed.',
  ),
  fix: say(
    '添加文娱-其他视频；若视频只给本人或运营者看，请在提审说明里写明。',
    'Add 文娱-其他视频; if only the author or the operator watches, say so in the submission.',
  ),
  needs: IMPLYING_KINDS,
  answeredBy: NEEDED,
  examples: [
    {
      name: say('选视频并播放', 'choosing videos and playing them'),
      seen: { ...posting, submission: submitted('社交-笔记') },
      expect: 'violation',
    },
    {
      name: say('已有视频类目', 'with the video category'),
      seen: { ...posting, submission: submitted('文娱-其他视频') },
      expect: 'pass',
    },
    {
      name: say('只有一段商品视频', 'one clip of goods'),
      seen: { ...posting, apiCalls: [], submission: submitted('商家自营-玩具') },
      expect: 'inapplicable',
    },
  ],

  evaluate: (seen) => likelyCategory(seen, videoWithoutCategory, NEEDED, ANSWERING),
})
