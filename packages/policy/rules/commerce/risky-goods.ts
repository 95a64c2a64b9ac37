/** Goods of a trade of high risk: its category is sure, its words ask a person. */

import { inapplicable, type WrittenText } from '@fangxing/contract'
import { weigh } from '../../src/material/weigh.ts'
import { tellWords, wordsOf } from '../../src/material/writing.ts'
import { seenCard, seenWord, seenWriting } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

/** The book's own examples, as words of a category. */
const RISKY = [
  '成人用品',
  '情趣',
  '保健药',
  '保健品',
  '药品',
  '处方药',
  '医疗器械',
  '管制刀具',
  '刀具',
]

export const riskyGoods = defineRule({
  id: 'commerce/risky-goods',
  clause: 'baijiahao-2019/3.1.3',
  severity: 'block',
  title: say('高风险行业的商品', 'Goods of a high-risk trade'),
  why: say(
    '商品不得属于成人用品、保健药品、医疗药品、管制刀具等高风险行业。',
    'Goods must not be of a high-risk trade: adult goods, health products, medicine, knives.',
  ),
  fix: say('请换掉这件商品。', 'Replace the goods.'),
  needs: ['cards', 'written'],
  examples: [
    {
      name: say('类目是处方药', 'its category is medicine'),
      seen: { cards: [seenCard({ category: '医疗药品' })], written: [] },
      expect: 'violation',
    },
    {
      name: say('名称里有“保健品”', 'its name says so'),
      seen: {
        cards: [seenCard({ title: '中老年保健品' })],
        written: [
          seenWriting('card:sku-1', '中老年保健品', {
            words: [seenWord('riskyGoods', '中老年保健品', '保健品')],
          }),
        ],
      },
      expect: 'undetermined',
    },
    {
      name: say('花盆', 'a flower pot'),
      seen: { cards: [seenCard()], written: [] },
      expect: 'pass',
    },
    {
      name: say('没有商品卡', 'no card'),
      seen: { cards: [], written: [] },
      expect: 'inapplicable',
    },
  ],

  evaluate({ cards, written }) {
    if (cards.length === 0) return inapplicable
    const named = cards
      .filter(({ category }) => category !== null && RISKY.some((word) => category.includes(word)))
      .map(({ place, category, title }) => ({
        place,
        message: say(`“${title}”属于高风险行业。`, `“${title}” is of a high-risk trade.`),
        measured: category ?? '',
      }))
    return weigh(
      named,
      tellWords(wordsOf(ofCards(written), ['riskyGoods']), (matched) =>
        say(`商品名称里有“${matched}”。`, `The name of the goods has “${matched}”.`),
      ),
      say('这件商品属于高风险行业吗？', 'Are these goods of a high-risk trade?'),
    )
  },
})

function ofCards(written: readonly WrittenText[]): readonly WrittenText[] {
  return written.filter(({ field }) => field.startsWith('card:'))
}
