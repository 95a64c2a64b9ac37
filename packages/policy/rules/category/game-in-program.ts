/**
 * A game is another kind of program: no category of a mini-program is open to it.
 *
 * Seen by titles and sections only; a shop that sells games has the word on its goods, not there.
 */

import { inapplicable, violationOrPass } from '@fangxing/contract'
import { seenPage, submitted, wechatManifest } from '../../src/examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'
import { findSectionSigns } from '../../src/signs.ts'

const GAME = /小游戏|2048|斗地主|五子棋|消消乐|^游戏$|游戏列表/
/** Trades in which games are goods or meetings, not something to play here. */
const AROUND_GAMES = new Set(['商家自营', '电商平台', '体育', '文娱'])

export const gameInProgram = defineRule({
  id: 'category/game-in-program',
  clause: 'wechat-rejection/3.1.3',
  severity: 'review',
  title: say('小程序里有游戏', 'A game inside a mini-program'),
  why: say(
    '游戏须以小游戏类型注册，小程序没有开放的游戏类目，会被拒绝。',
    'Games are registered as mini-games; no category of a mini-program is open to them, so it is refused.',
  ),
  fix: say(
    '另行注册小游戏账号，或去掉游戏；若不是可玩的游戏，请改标题。',
    'Register a mini-game instead, or remove the game; if nothing is played, change the title.',
  ),
  needs: ['manifest', 'pages', 'texts', 'submission'],
  examples: [
    {
      name: say('标题是小游戏', 'titled as a game'),
      seen: {
        manifest: wechatManifest,
        pages: [seenPage('pages/index/index', '2048小游戏')],
        texts: [],
        submission: submitted('工具-计算器'),
      },
      expect: 'violation',
    },
    {
      name: say('卖游戏的商店', 'a shop that sells games'),
      seen: {
        manifest: wechatManifest,
        pages: [seenPage('pages/index/index', '游戏')],
        texts: [],
        submission: submitted('商家自营-玩具'),
      },
      expect: 'pass',
    },
    {
      name: say('没有游戏', 'no game'),
      seen: { manifest: wechatManifest, pages: [], texts: [], submission: submitted() },
      expect: 'inapplicable',
    },
  ],

  evaluate({ manifest, pages, texts, submission }) {
    if (manifest.platform !== 'wechat') return inapplicable
    const signs = findSectionSigns(GAME, manifest, pages, texts)
    if (signs.length === 0) return inapplicable
    const isTrade = submission.categories.some(({ first }) => AROUND_GAMES.has(first))
    return violationOrPass(
      isTrade
        ? []
        : signs.slice(0, 3).map(({ place, what }) => ({
            place,
            message: say('这里像是可玩的游戏。', 'This looks like a game to play.'),
            measured: what,
            limit: '无开放类目 no open category',
          })),
    )
  },
})
