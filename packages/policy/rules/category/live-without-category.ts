/**
 * A live stream needs a category to which the platform opens its live components.
 *
 * The components do not work without such a category, so seeing one is enough. Words of live
 * streaming without a component may stand for a stream in a plain player, so a person looks.
 * Embedding a room of a video channel (`channel-live`) needs no qualification and is not looked at.
 */

import {
  inapplicable,
  type Observations,
  pass,
  undetermined,
  violationOrPass,
} from '@fangxing/contract'
import { declaresAny, withoutCategory } from '../../src/category.ts'
import {
  baiduManifest,
  seenElement,
  seenEntry,
  seenPage,
  submitted,
  submittedBy,
  wechatManifest,
} from '../../src/examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'
import { findWordSigns, type Sign } from '../../src/signs.ts'

const LIVE_TAGS = new Set(['live-pusher', 'live-player'])
/** 直播 alone also stands on a link to somebody else’s room. */
const LIVE_WORDS = /直播间|正在直播|开始直播|直播(列表|大厅|回放|预告|中心)|^直播$/
const LIVE_CALL = /\.createLive(Pusher|Player)Context$/

/** Both filed and not filed; the component pages list them, with names of an older table. */
const OPEN_TO = new Set([
  '社交-直播',
  '社交-直播表演',
  '社交-直播答题',
  '教育服务-在线视频课程',
  '医疗服务-互联网医院',
  '医疗服务-公立医疗机构',
  '医疗服务-三级私立医疗机构',
  '医疗服务-其他私立医疗机构',
  '金融业-银行',
  '金融业-信托',
  '金融业-公募基金',
  '金融业-私募基金',
  '金融业-证券/期货',
  '金融业-证券/期货投资咨询',
  '金融业-保险',
  '金融业-企业征信',
  '金融业-新三板信息服务平台',
  '金融业-股票信息服务平台',
  '金融业-股票信息服务平台（港股/美股）',
  '金融业-消费金融',
  '金融业-融资担保',
  '金融业-汽车金融/融资租赁',
  '汽车服务-汽车预售',
  'IT科技-多方通信',
  'IT科技-音视频设备',
  '房地产服务-房地产营销',
  '商业服务-公证',
  '公共服务-交通运输',
])
const NEEDED = ['社交-直播', '社交-直播表演']

const room = seenElement('live-pusher', 'pages/room/room.wxml')

export const liveWithoutCategory = defineRule({
  id: 'category/live-without-category',
  clause: 'wechat-api/live-component',
  severity: 'block',
  title: say('有直播，但没有开放直播的类目', 'Live streaming without a category that opens it'),
  why: say(
    '直播组件只对部分类目开放；没有类目，审核不通过，组件也用不了。',
    'The live components are open to some categories only; without one the review fails and they do not work.',
  ),
  fix: say(
    '添加社交-直播或社交-直播表演等开放直播的类目，或去掉直播功能。',
    'Add a category that opens live streaming, such as 社交-直播, or remove the function.',
  ),
  needs: ['manifest', 'pages', 'texts', 'elements', 'apiCalls', 'publishEntries', 'submission'],
  answeredBy: NEEDED,
  examples: [
    {
      name: say('只有工具类目却推流', 'pushing a stream with a tool category'),
      seen: {
        manifest: wechatManifest,
        pages: [],
        texts: [],
        elements: [room],
        apiCalls: [],
        publishEntries: [],
        submission: submitted('工具-办公'),
      },
      expect: 'violation',
    },
    {
      name: say('教育在线视频课程开放直播', 'an online course may stream'),
      seen: {
        manifest: wechatManifest,
        pages: [],
        texts: [],
        elements: [room],
        apiCalls: [],
        publishEntries: [],
        submission: submitted('教育服务-在线视频课程'),
      },
      expect: 'pass',
    },
    {
      name: say('政府主体不限类目', 'a government subject needs no category'),
      seen: {
        manifest: wechatManifest,
        pages: [],
        texts: [],
        elements: [room],
        apiCalls: [],
        publishEntries: [seenEntry('live')],
        submission: submittedBy({ kind: 'government' }, '政务民生-文化'),
      },
      expect: 'pass',
    },
    {
      name: say('写着直播间，却没有直播组件', 'a live room by its title, without a live component'),
      seen: {
        manifest: wechatManifest,
        pages: [seenPage('pages/room/room', '直播间')],
        texts: [],
        elements: [seenElement('video', 'pages/room/room.wxml')],
        apiCalls: [],
        publishEntries: [],
        submission: submitted('工具-办公'),
      },
      expect: 'undetermined',
    },
    {
      name: say('百度小程序不适用', 'a Baidu program is not concerned'),
      seen: {
        manifest: baiduManifest,
        pages: [],
        texts: [],
        elements: [room],
        apiCalls: [],
        publishEntries: [],
        submission: submitted(),
      },
      expect: 'inapplicable',
    },
  ],

  evaluate({ manifest, pages, texts, elements, apiCalls, publishEntries, submission }) {
    if (manifest.platform !== 'wechat') return inapplicable
    const components = findComponents({ elements, apiCalls, publishEntries })
    const [word] = findWordSigns(LIVE_WORDS, pages, texts)
    if (components.length === 0 && word === undefined) return inapplicable
    if (submission.subject.kind === 'government' || declaresAny(submission, OPEN_TO)) return pass
    if (components.length === 0 && word !== undefined) {
      return undetermined(
        say(
          `${word.place.file}:${word.place.line} 的${word.what}提到直播，但没有直播组件，看不出直播在哪里进行。`,
          `${word.place.file}:${word.place.line} has ${word.what} and no live component; where the stream plays cannot be told.`,
        ),
      )
    }
    return violationOrPass(
      withoutCategory(
        components,
        submission,
        NEEDED,
        say('这里有直播，但没有开放直播的类目。', 'Live streaming here, and no category opens it.'),
      ),
    )
  },
})

function findComponents({
  elements,
  apiCalls,
  publishEntries,
}: Pick<Observations, 'elements' | 'apiCalls' | 'publishEntries'>): readonly Sign[] {
  return [
    ...elements
      .filter(({ tag }) => LIVE_TAGS.has(tag))
      .map(({ tag, place }) => ({ place, what: `<${tag}>` })),
    ...apiCalls
      .filter(({ name }) => LIVE_CALL.test(name))
      .map(({ name, place }) => ({ place, what: name })),
    ...publishEntries
      .filter(({ medium }) => medium === 'live')
      .map(({ place }) => ({ place, what: '直播入口 live entry' })),
  ]
}
