/**
 * A trade that the labels of a program show, and that no declared category covers.
 *
 * Shops, medicine, courses, machine answers and the like: not filed, but refused without a category.
 * Only told: what is really offered comes from a server.
 */

import { inapplicable, violationOrPass } from '@fangxing/contract'
import { describeCategory } from '../../books/wechat-categories.ts'
import { describeCategories } from '../../src/category.ts'
import { seenText, submitted, wechatManifest } from '../../src/examples.ts'
import { answers, impliedCategories } from '../../src/implied/implied-categories.ts'
import { IMPLYING_KINDS } from '../../src/implied/likely-rule.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

const shop = {
  manifest: wechatManifest,
  pages: [],
  texts: [seenText('加入购物车', 'pages/goods/goods.wxml')],
  elements: [],
  apiCalls: [],
  hosts: [],
  publishEntries: [],
}

export const undeclaredTrade = defineRule({
  id: 'category/undeclared-trade',
  clause: 'wechat-rejection/2.1.1',
  severity: 'advise',
  title: say('所示行业没有对应的类目', 'A trade is shown without its category'),
  why: say(
    '页面核心内容要与类目一致，缺类目会被要求补充资质后重新提审。',
    'The content of a page must agree with its category; without it the papers are asked for first.',
  ),
  fix: say(
    '按实际经营补充类目和资质；若页面只是装饰或示例，请去掉。',
    'Add the category and its papers for what is really offered; remove what is only an example.',
  ),
  needs: IMPLYING_KINDS,
  examples: [
    {
      name: say('有购物车，类目是工具', 'a shopping cart, declared as a tool'),
      seen: { ...shop, submission: submitted('工具-记账') },
      expect: 'violation',
    },
    {
      name: say('已有商家自营类目', 'with a category of shops'),
      seen: { ...shop, submission: submitted('商家自营-玩具') },
      expect: 'pass',
    },
    {
      name: say('没有行业迹象', 'no sign of a trade'),
      seen: { ...shop, texts: [], submission: submitted('工具-记账') },
      expect: 'inapplicable',
    },
  ],

  evaluate({ submission, ...seen }) {
    const trades = impliedCategories(seen).filter(({ anyOf, filed }) => !filed && anyOf.length > 0)
    if (trades.length === 0) return inapplicable
    const names = submission.categories.map(describeCategory)
    return violationOrPass(
      trades
        .filter((trade) => !names.some((name) => answers(name, trade)))
        .flatMap(({ anyOf, evidence }) =>
          evidence.slice(0, 1).map(({ place, what }) => ({
            place,
            message: say(
              `这里像是 ${anyOf.join(' 或 ')} 的内容，没有声明该类目。`,
              `This looks like ${anyOf.join(' or ')}, which is not declared.`,
            ),
            measured: `${what}; ${describeCategories(submission.categories)}`,
            limit: anyOf.join(' / '),
          })),
        ),
    )
  },
})
