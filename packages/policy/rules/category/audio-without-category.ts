/**
 * A radio or a list of audio programmes needs a category for it.
 *
 * Background playback together with words of radio proves the service; background playback alone
 * may be music for sleep or a reading aid, so a person looks. A sound effect plays in the
 * foreground and is not looked at.
 */

import { inapplicable, pass, undetermined, violationOrPass } from '@fangxing/contract'
import { declaresAny, withoutCategory } from '../../src/category.ts'
import { placeIn, seenPage, seenText, submitted, wechatManifest } from '../../src/examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'
import { findWordSigns } from '../../src/signs.ts'

/** The call of today, and the one that it replaced and that still works. */
const BACKGROUND_CALL = /\.(getBackgroundAudioManager|playBackgroundAudio)$/
/** 广播 alone is also what a Bluetooth beacon does. */
const RADIO = /电台|广播(电台|节目|剧)|收听|听书|播客|音频节目|有声(书|读物|小说)|\bFM\b/

const AUDIO = new Set(['文娱-电台', '文娱-音乐', '文娱-有声读物'])

const playback = { name: 'wx.getBackgroundAudioManager', place: placeIn('pages/play/play.js', 3) }

const NEEDED = ['文娱-电台', '文娱-有声读物', '文娱-音乐']

export const audioWithoutCategory = defineRule({
  id: 'category/audio-without-category',
  clause: 'wechat-filing-2022/1.3',
  severity: 'block',
  title: say(
    '提供电台或音频节目，但没有相应类目',
    'Radio or audio programmes without a category for it',
  ),
  why: say(
    '以电台为载体的内容属于文娱-电台类目，缺类目审核不通过；该类目首次提审要报备。',
    'Content carried by radio belongs to 文娱-电台; without it the review fails, and it is filed.',
  ),
  fix: say(
    '电台和音频节目添加文娱-电台；音乐用文娱-音乐，读物用文娱-有声读物（这两个不报备）。',
    'For radio add 文娱-电台; for music 文娱-音乐 and for books 文娱-有声读物, which are not filed.',
  ),
  needs: ['manifest', 'pages', 'texts', 'apiCalls', 'submission'],
  answeredBy: NEEDED,
  examples: [
    {
      name: say('后台播放的电台', 'a radio that plays in the background'),
      seen: {
        manifest: wechatManifest,
        pages: [seenPage('pages/index/index', '城市电台')],
        texts: [],
        apiCalls: [playback],
        submission: submitted('工具-信息查询'),
      },
      expect: 'violation',
    },
    {
      name: say('有声读物已有类目', 'audio books with their category'),
      seen: {
        manifest: wechatManifest,
        pages: [],
        texts: [seenText('收听历史', 'pages/me/me.wxml')],
        apiCalls: [playback],
        submission: submitted('文娱-有声读物'),
      },
      expect: 'pass',
    },
    {
      name: say('助眠白噪音', 'white noise for sleep'),
      seen: {
        manifest: wechatManifest,
        pages: [seenPage('pages/index/index', '白噪音')],
        texts: [],
        apiCalls: [playback],
        submission: submitted('工具-健康管理'),
      },
      expect: 'undetermined',
    },
  ],

  evaluate({ manifest, pages, texts, apiCalls, submission }) {
    if (manifest.platform !== 'wechat') return inapplicable
    const calls = apiCalls.filter(({ name }) => BACKGROUND_CALL.test(name))
    const [call] = calls
    if (call === undefined) return inapplicable
    if (declaresAny(submission, AUDIO)) return pass

    const [sign] = findWordSigns(RADIO, pages, texts)
    if (sign === undefined) {
      return undetermined(
        say(
          `${call.place.file}:${call.place.line} 在后台播放音频，看不出是电台、音乐还是提示音。`,
          `${call.place.file}:${call.place.line} plays in the background; whether it is radio, music or a signal cannot be told.`,
        ),
      )
    }
    return violationOrPass(
      withoutCategory(
        calls.map(({ name, place }) => ({ place, what: `${name} + ${sign.what}` })),
        submission,
        NEEDED,
        say(
          '这里提供电台或音频节目，但没有相应类目。',
          'Radio or audio programmes here, and no category for it is declared.',
        ),
      ),
    )
  },
})
