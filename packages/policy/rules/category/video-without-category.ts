/**
 * A service of videos needs a video category.
 *
 * A player together with a page named after watching proves the service. A player alone may be one
 * product clip, so a person looks. Embedded videos of a video channel (`channel-video`) need no
 * qualification and are not looked at.
 */

import { inapplicable, pass, undetermined, violationOrPass } from '@fangxing/contract'
import { declaresAny, withoutCategory } from '../../src/category.ts'
import { seenElement, seenPage, submitted, wechatManifest } from '../../src/examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'
import { findPathSigns, findSectionSigns, findWordSigns } from '../../src/signs.ts'

const WATCHING = /短视频|视频(列表|中心|专区|广场|推荐)|影视|剧集|追剧|短剧|番剧|综艺|看电影/
/** On a button the word may send a clip or start a call; as a section it means watching. */
const SECTION = /^视频$/

/** Film pages are left out: selling tickets needs no video category. */
const WATCHING_PATHS = new Set(['video', 'videos', 'vod'])

/** Categories under which videos may be watched. */
const VIDEO = new Set([
  '文娱-其他视频',
  '文娱-视频广场',
  '文娱-微短剧',
  '文娱-互动微短剧',
  '文娱-动漫',
  '教育服务-在线视频课程',
])

const player = seenElement('video', 'pages/video/video.wxml', { src: '{{url}}' })

const NEEDED = ['文娱-其他视频', '文娱-视频广场', '教育服务-在线视频课程']

export const videoWithoutCategory = defineRule({
  id: 'category/video-without-category',
  clause: 'wechat-filing-2022/1.2',
  severity: 'block',
  title: say('提供视频观看，但没有视频类目', 'Videos to watch without a video category'),
  why: say(
    '以视频为载体的内容属于文娱-视频类目，缺类目审核不通过；该类目首次提审要报备。',
    'Content carried by video belongs to the video category; without it the review fails, and it is filed.',
  ),
  fix: say(
    '添加文娱-其他视频或文娱-视频广场；教育课程用教育服务-在线视频课程。',
    'Add 文娱-其他视频 or 文娱-视频广场; for courses, 教育服务-在线视频课程.',
  ),
  needs: ['manifest', 'pages', 'texts', 'elements', 'submission'],
  answeredBy: NEEDED,
  examples: [
    {
      name: say('短视频页，类目是商家自营', 'a page of short videos, declared as a shop'),
      seen: {
        manifest: wechatManifest,
        pages: [seenPage('pages/video/video', '短视频')],
        texts: [],
        elements: [player],
        submission: submitted('商家自营-服饰内衣'),
      },
      expect: 'violation',
    },
    {
      name: say('商品详情里的一段视频', 'one clip on a product page'),
      seen: {
        manifest: wechatManifest,
        pages: [seenPage('pages/goods/detail', '商品详情')],
        texts: [],
        elements: [seenElement('video', 'pages/goods/detail.wxml')],
        submission: submitted('商家自营-服饰内衣'),
      },
      expect: 'undetermined',
    },
    {
      name: say('在线课程', 'online courses'),
      seen: {
        manifest: wechatManifest,
        pages: [seenPage('pages/video/video', '课程视频')],
        texts: [],
        elements: [player],
        submission: submitted('教育服务-在线视频课程'),
      },
      expect: 'pass',
    },
    {
      name: say('没有播放器', 'no player'),
      seen: {
        manifest: wechatManifest,
        pages: [seenPage('pages/movie/list', '电影票')],
        texts: [],
        elements: [],
        submission: submitted('生活服务-休闲娱乐'),
      },
      expect: 'inapplicable',
    },
  ],

  evaluate({ manifest, pages, texts, elements, submission }) {
    if (manifest.platform !== 'wechat') return inapplicable
    const players = elements.filter(({ tag }) => tag === 'video')
    const [first] = players
    if (first === undefined) return inapplicable
    if (declaresAny(submission, VIDEO)) return pass

    const [sign] = [
      ...findPathSigns(WATCHING_PATHS, pages),
      ...findWordSigns(WATCHING, pages, texts),
      ...findSectionSigns(SECTION, manifest, pages, texts),
    ]
    if (sign === undefined) {
      return undetermined(
        say(
          `${first.place.file}:${first.place.line} 有视频播放器，看不出是个别短片还是视频服务。`,
          `${first.place.file}:${first.place.line} has a player; whether it shows a clip or is a video service cannot be told.`,
        ),
      )
    }
    return violationOrPass(
      withoutCategory(
        players.map(({ place }) => ({ place, what: `<video> + ${sign.what}` })),
        submission,
        NEEDED,
        say(
          '这里提供视频观看，但没有视频类目。',
          'Videos are offered here, and no video category is declared.',
        ),
      ),
    )
  },
})
