/** Whether the goods have to do with the article, as an engine of meaning scores it. */

import { inapplicable, undetermined, undeterminedOrPass } from '@fangxing/contract'
import { tellBelow } from '../../src/material/opinions.ts'
import { seenCard, seenOpinion } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

/** Ours. */
const LEAST = 0.2

export const unrelatedGoods = defineRule({
  id: 'commerce/unrelated-goods',
  clause: 'baijiahao-2019/3.1.1',
  severity: 'review',
  title: say('商品与文章可能无关', 'The goods may have nothing to do with the article'),
  why: say('商品与文章须具备相关性。', 'The goods have to do with the article.'),
  fix: say('请换成与文章相关的商品。', 'Choose goods that belong to the article.'),
  needs: ['cards', 'opinions'],
  examples: [
    {
      name: say('打分很低', 'a low score'),
      seen: { cards: [seenCard()], opinions: [seenOpinion('card-fits-article', 0.05, 'sku-1')] },
      expect: 'undetermined',
    },
    {
      name: say('打分足够', 'a sufficient score'),
      seen: { cards: [seenCard()], opinions: [seenOpinion('card-fits-article', 0.6, 'sku-1')] },
      expect: 'pass',
    },
    {
      name: say('没有引擎打分', 'nobody scored it'),
      seen: { cards: [seenCard()], opinions: [] },
      expect: 'undetermined',
    },
    {
      name: say('没有商品卡', 'no card'),
      seen: { cards: [], opinions: [] },
      expect: 'inapplicable',
    },
  ],

  evaluate({ cards, opinions }) {
    if (cards.length === 0) return inapplicable
    const answers = opinions.filter(({ question }) => question === 'card-fits-article')
    if (cards.some(({ id }) => !answers.some(({ about }) => about === id))) {
      return undetermined(say('有商品卡没有打过相关性的分。', 'Some card was not scored.'))
    }
    return undeterminedOrPass(
      tellBelow(answers, 'card-fits-article', LEAST),
      say('商品与文章有关吗？', 'Do the goods belong to the article?'),
    )
  },
})
