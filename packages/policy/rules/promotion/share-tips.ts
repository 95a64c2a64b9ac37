/** Live analysis, trading along, easy escape: the book’s own words for share promotion. */

import { defineWordRule } from '../../src/material/word-rule.ts'
import { bodyWith, seenLead, seenWriting } from '../../src/material-examples.ts'
import { say } from '../../src/say.ts'

export const shareTips = defineWordRule({
  id: 'promotion/share-tips',
  clause: 'baijiahao-2019/8.3.3',
  severity: 'block',
  title: say('财经类推广', 'Promotion of shares'),
  why: say(
    '条款点名实盘解析、带盘操作、轻松解套等股票推荐信息。',
    'The clause names live analysis, trading along and easy escape from losses.',
  ),
  fix: say('请删除荐股内容。', 'Remove the tips.'),
  words: ['shares'],
  doubtful: 'alone',
  sure: 'with contact',
  question: say('这是荐股推广吗？', 'Is this promotion of shares?'),
  message: (matched) => say(`出现荐股用语“${matched}”。`, `“${matched}” is how share tips speak.`),
  examples: [
    {
      name: say('附有账号', 'with an account'),
      written: [
        bodyWith('shares', '老师带单，微信 gupiao88', '老师带单'),
        seenWriting('body', '老师带单，微信 gupiao88', {
          leads: [seenLead('wechatId', 'gupiao88', 8)],
        }),
      ],
      expect: 'violation',
    },
    {
      name: say('没有账号', 'without one'),
      written: [bodyWith('shares', '今日实盘解析', '实盘解析')],
      expect: 'undetermined',
    },
    {
      name: say('财经新闻', 'financial news'),
      written: [seenWriting('body', '上证指数今日收涨。')],
      expect: 'pass',
    },
  ],
})
