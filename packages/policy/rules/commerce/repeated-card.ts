/** The same goods twice: by id, by target, or by picture. */

import { inapplicable, type SeenCard, violationOrPass } from '@fangxing/contract'
import { seenCard } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

export const repeatedCard = defineRule({
  id: 'commerce/repeated-card',
  clause: 'baijiahao-2019/3.2.1.b',
  severity: 'block',
  title: say('商品卡重复插入', 'A card twice'),
  why: say('同一个商品卡不可在单篇图文中重复插入。', 'No card stands twice in an article.'),
  fix: say('请删除重复的商品卡。', 'Remove the second card.'),
  needs: ['cards'],
  examples: [
    {
      name: say('同一编号', 'the same id'),
      seen: { cards: [seenCard(), seenCard()] },
      expect: 'violation',
    },
    {
      name: say('同一目标', 'the same target'),
      seen: { cards: [seenCard(), seenCard({ id: 'sku-2', title: '花盆' })] },
      expect: 'violation',
    },
    {
      name: say('两件商品', 'two goods'),
      seen: {
        cards: [
          seenCard(),
          seenCard({ id: 'sku-2', title: '花盆', target: 'https://shop.example/sku-2' }),
        ],
      },
      expect: 'pass',
    },
    { name: say('没有商品卡', 'no card'), seen: { cards: [] }, expect: 'inapplicable' },
  ],

  evaluate({ cards }) {
    if (cards.length === 0) return inapplicable
    return violationOrPass(
      cards.flatMap((card, nth) => {
        const first = cards.slice(0, nth).find((other) => isSame(card, other))
        return first === undefined
          ? []
          : [
              {
                place: card.place,
                message: say(
                  `与前面的“${first.title}”是同一件商品。`,
                  `The same goods as “${first.title}” above.`,
                ),
                measured: card.id,
              },
            ]
      }),
    )
  },
})

function isSame(one: SeenCard, other: SeenCard): boolean {
  return (
    one.id === other.id ||
    (one.target !== null && toPlain(one.target) === toPlain(other.target)) ||
    (one.picture !== null && one.picture === other.picture)
  )
}

/** Without what only counts visitors. */
function toPlain(target: string | null): string | null {
  return target?.replace(/[?&](?:utm_\w+|from|source|spm)=[^&#]*/g, '').replace(/#.*$/, '') ?? null
}
