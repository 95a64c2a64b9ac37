/** The text before or after a card names the goods, their kind or their effect. */

import {
  inapplicable,
  type SeenCard,
  type SeenOpinion,
  undeterminedOrPass,
} from '@fangxing/contract'
import { seenCard, seenOpinion } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

const LOOK = 20
/** Ours. */
const LEAST = 0.5

export const unnamedGoods = defineRule({
  id: 'commerce/unnamed-goods',
  clause: 'baijiahao-2019/3.3.3',
  severity: 'review',
  title: say('商品卡前后没有说到商品', 'The text beside a card does not name the goods'),
  why: say(
    '商品卡前或后的内容须包含该商品、类别或功效的说明。',
    'The text before or after a card names the goods, their kind or their effect.',
  ),
  fix: say('请在商品卡前后写到这件商品。', 'Name the goods beside the card.'),
  needs: ['cards', 'opinions'],
  examples: [
    {
      name: say('前后都没有提到', 'neither side names it'),
      seen: { cards: [seenCard({ before: '天气很好。', after: '出门走走。' })], opinions: [] },
      expect: 'undetermined',
    },
    {
      name: say('前一段说到花盆', 'the passage before names a pot'),
      seen: { cards: [seenCard()], opinions: [] },
      expect: 'pass',
    },
    {
      name: say('模型认为说到了', 'an engine thinks it does'),
      seen: {
        cards: [seenCard({ before: '给根透气。', after: '' })],
        opinions: [seenOpinion('card-is-named-beside', 0.8, 'sku-1')],
      },
      expect: 'pass',
    },
    {
      name: say('没有商品卡', 'no card'),
      seen: { cards: [], opinions: [] },
      expect: 'inapplicable',
    },
  ],

  evaluate({ cards, opinions }) {
    if (cards.length === 0) return inapplicable
    return undeterminedOrPass(
      cards
        .filter((card) => !isNamed(card) && !isThoughtNamed(card, opinions))
        .map(({ place, title, before, after }) => ({
          place,
          message: say(
            `前后文字没有说到“${title}”。`,
            `The text beside it does not name “${title}”.`,
          ),
          measured: `${before.slice(-LOOK)} … ${after.slice(0, LOOK)}`,
        })),
      say('前后文字说到这件商品了吗？', 'Does the text beside it name the goods?'),
    )
  },
})

/** Any two letters in a row of title or category. */
function isNamed({ title, category, before, after }: SeenCard): boolean {
  const beside = before + after
  return pairsOf(`${title} ${category ?? ''}`).some((pair) => beside.includes(pair))
}

function pairsOf(text: string): readonly string[] {
  return text
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((word) => [...word].slice(1).map((letter, nth) => `${[...word][nth]}${letter}`))
}

function isThoughtNamed({ id }: SeenCard, opinions: readonly SeenOpinion[]): boolean {
  return opinions.some(
    ({ question, about, score }) =>
      question === 'card-is-named-beside' && about === id && score >= LEAST,
  )
}
