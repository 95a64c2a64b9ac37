/**
 * Fortune telling and tests for fun are not open to mini-programs.
 *
 * By titles and short labels; the word in an article says nothing about the function.
 */

import { inapplicable, violationOrPass } from '@fangxing/contract'
import { onePerFile } from '../../src/category.ts'
import { seenPage, seenText } from '../../src/examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'
import { findWordSigns } from '../../src/signs.ts'

const FORTUNE =
  /算命|抽签|求签|占卜|塔罗|星座运势|今日运势|看手相|面相|八字|姓名(打分|测试|配对)|前世今生|测一测你|性格测试/

export const fortuneTelling = defineRule({
  id: 'wording/fortune-telling',
  clause: 'wechat-rejection/3.2.4',
  severity: 'advise',
  title: say('有算命或趣味测试', 'Fortune telling or a test for fun'),
  why: say(
    '测试类内容不开放，命中的小程序会被拒绝。',
    'Content of this kind is not open, and a program with it is refused.',
  ),
  fix: say(
    '去掉该功能；若词语另有含义，请换一种说法。',
    'Remove the function; if the word means something else, say it otherwise.',
  ),
  needs: ['pages', 'texts'],
  examples: [
    {
      name: say('星座运势页', 'a page of horoscopes'),
      seen: { pages: [seenPage('pages/a/a', '星座运势')], texts: [] },
      expect: 'violation',
    },
    {
      name: say('听力测试', 'a hearing test'),
      seen: { pages: [], texts: [seenText('听力测试', 'pages/a/a.wxml')] },
      expect: 'pass',
    },
    { name: say('没有文字', 'no words'), seen: { pages: [], texts: [] }, expect: 'inapplicable' },
  ],

  evaluate({ pages, texts }) {
    if (pages.length === 0 && texts.length === 0) return inapplicable
    return violationOrPass(
      onePerFile(findWordSigns(FORTUNE, pages, texts)).map(({ place, what }) => ({
        place,
        message: say('这里像是测试类内容。', 'This looks like fortune telling or a test for fun.'),
        measured: what,
      })),
    )
  },
})
