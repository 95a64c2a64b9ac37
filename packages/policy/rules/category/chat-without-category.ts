/**
 * Messaging between users needs a dating or friends category.
 *
 * Seen by the host of a messaging provider or by a socket, together with a page that is named after
 * chatting. Customer service also chats, so a finding goes to a person and never rejects by itself.
 */

import { inapplicable, pass, undetermined, violationOrPass } from '@fangxing/contract'
import { declaresAny, withoutCategory } from '../../src/category.ts'
import { placeIn, seenPage, submitted, wechatManifest } from '../../src/examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'
import { findPathSigns, findWordSigns } from '../../src/signs.ts'

/** Hosts of messaging providers, by a part that their host names share. */
const MESSAGING_HOST = /(easemob|rongcloud|ronghub|netease\.im|im\.qq\.com|goeasy|jpush|jiguang)/
const SOCKET_CALL = /\.connectSocket$/

const CHAT_WORDS = /聊天|私信|私聊|会话列表|好友消息|交友/
const CHAT_PATHS = new Set(['chat', 'chatroom', 'im', 'conversation', 'conversations'])

const SOCIAL = new Set(['社交-陌生人交友', '社交-熟人交友', '社交-婚恋'])

const socket = { name: 'wx.connectSocket', place: placeIn('pages/chat/chat.js', 12) }
const chatPage = seenPage('pages/chat/chat', '聊天')

const NEEDED = ['社交-陌生人交友', '社交-熟人交友']

export const chatWithoutCategory = defineRule({
  id: 'category/chat-without-category',
  clause: 'wechat-filing-2022/1.1',
  severity: 'review',
  title: say(
    '用户之间可以聊天，但没有交友类目',
    'Users chat with each other without a category for it',
  ),
  why: say(
    '用户间即时通讯属于社交类目，缺类目会被要求补充，并进入报备。',
    'Messaging between users is social; without the category the review asks for it, and it is filed.',
  ),
  fix: say(
    '添加社交-陌生人交友或社交-熟人交友；若只是客服会话，请在提审说明里写明。',
    'Add 社交-陌生人交友 or 社交-熟人交友; if it is customer service only, say so in the submission.',
  ),
  needs: ['manifest', 'pages', 'texts', 'apiCalls', 'hosts', 'submission'],
  answeredBy: NEEDED,
  examples: [
    {
      name: say('聊天页和长连接，没有社交类目', 'a chat page with a socket, no social category'),
      seen: {
        manifest: wechatManifest,
        pages: [chatPage],
        texts: [],
        apiCalls: [socket],
        hosts: [],
        submission: submitted('工具-办公'),
      },
      expect: 'violation',
    },
    {
      name: say('已有熟人交友类目', 'with the friends category'),
      seen: {
        manifest: wechatManifest,
        pages: [chatPage],
        texts: [],
        apiCalls: [socket],
        hosts: [],
        submission: submitted('社交-熟人交友'),
      },
      expect: 'pass',
    },
    {
      name: say('长连接用于行情推送', 'a socket for prices'),
      seen: {
        manifest: wechatManifest,
        pages: [seenPage('pages/quote/quote', '行情')],
        texts: [],
        apiCalls: [socket],
        hosts: [],
        submission: submitted('工具-报价/比价'),
      },
      expect: 'inapplicable',
    },
    {
      name: say('只接了即时通讯服务商', 'only a messaging provider'),
      seen: {
        manifest: wechatManifest,
        pages: [],
        texts: [],
        apiCalls: [],
        hosts: [{ host: 'im-api.easemob.com', place: placeIn('libs/im.js', 7) }],
        submission: submitted('商家自营-酒类'),
      },
      expect: 'undetermined',
    },
  ],

  evaluate({ manifest, pages, texts, apiCalls, hosts, submission }) {
    if (manifest.platform !== 'wechat') return inapplicable
    const providers = hosts.filter(({ host }) => MESSAGING_HOST.test(host))
    const wires = [
      ...providers.map(({ host, place }) => ({ place, what: host })),
      ...apiCalls
        .filter(({ name }) => SOCKET_CALL.test(name))
        .map(({ name, place }) => ({ place, what: name })),
    ]
    const [wire] = wires
    const [provider] = providers
    const [sign] = [...findPathSigns(CHAT_PATHS, pages), ...findWordSigns(CHAT_WORDS, pages, texts)]
    if (wire === undefined || (sign === undefined && provider === undefined)) return inapplicable
    if (declaresAny(submission, SOCIAL)) return pass
    if (sign === undefined) {
      return undetermined(
        say(
          `代码连接即时通讯服务 ${wire.what}，看不出是用户之间聊天还是客服。`,
          `The code connects to the messaging provider ${wire.what}; whether users chat with each other or with staff cannot be told.`,
        ),
      )
    }
    return violationOrPass(
      withoutCategory(
        wires.map(({ place, what }) => ({ place, what: `${what} + ${sign.what}` })),
        submission,
        NEEDED,
        say(
          '这里像是用户之间的聊天，但没有交友类目。',
          'This looks like chat between users, and no category for it is declared.',
        ),
      ),
    )
  },
})
