/** A page that `app.json` registers is in the package. */

import { inapplicable, violationOrPass } from '@fangxing/contract'
import { seenPage } from '../../src/examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

export const missingPage = defineRule({
  id: 'package/missing-page',
  clause: 'wechat-rejection/3.3.1',
  severity: 'block',
  title: say('登记的页面不在代码包里', 'A registered page is not in the package'),
  why: say(
    '缺页面的小程序跑不起来，不是完成品。',
    'A mini-program that lacks a page does not run and is not finished.',
  ),
  fix: say(
    '补上该页面的文件，或从 app.json 里去掉它。',
    'Add the files of the page, or take it out of app.json.',
  ),
  needs: ['pages'],
  examples: [
    {
      name: say('登记了但没有文件', 'registered, without files'),
      seen: { pages: [seenPage('pages/index/index'), seenPage('pages/about/about', '', false)] },
      expect: 'violation',
    },
    {
      name: say('都在', 'all there'),
      seen: { pages: [seenPage('pages/index/index')] },
      expect: 'pass',
    },
    { name: say('没有页面', 'no pages'), seen: { pages: [] }, expect: 'inapplicable' },
  ],

  evaluate({ pages }) {
    if (pages.length === 0) return inapplicable
    return violationOrPass(
      pages
        .filter(({ exists }) => !exists)
        .map(({ path, place }) => ({
          place,
          message: say(
            `app.json 登记了 ${path}，代码包里没有它。`,
            `app.json registers ${path}, and the package lacks it.`,
          ),
          measured: path,
        })),
    )
  },
})
