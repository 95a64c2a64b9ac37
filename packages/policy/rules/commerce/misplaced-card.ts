/** Cards stand between paragraphs or at the end, not inside one and not above the text. */

import { inapplicable, violationOrPass } from '@fangxing/contract'
import { seenCard } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

export const misplacedCard = defineRule({
  id: 'commerce/misplaced-card',
  clause: 'baijiahao-2019/3.3.1.a',
  severity: 'block',
  title: say('商品卡位置不当', 'A card in the wrong place'),
  why: say('商品卡可穿插在段落间或文章末尾。', 'Cards stand between paragraphs or at the end.'),
  fix: say('请把商品卡移到段落之间。', 'Move it between paragraphs.'),
  needs: ['cards'],
  examples: [
    {
      name: say('插在段落里', 'inside a paragraph'),
      seen: { cards: [seenCard({ position: 'inside' })] },
      expect: 'violation',
    },
    {
      name: say('在正文之前', 'above the text'),
      seen: { cards: [seenCard({ position: 'above' })] },
      expect: 'violation',
    },
    { name: say('段落之间', 'between paragraphs'), seen: { cards: [seenCard()] }, expect: 'pass' },
    { name: say('没有商品卡', 'no card'), seen: { cards: [] }, expect: 'inapplicable' },
  ],

  evaluate({ cards }) {
    if (cards.length === 0) return inapplicable
    return violationOrPass(
      cards
        .filter(({ position }) => position === 'inside' || position === 'above')
        .map(({ place, position, title }) => ({
          place,
          message: say(
            `商品卡“${title}”不在段落之间。`,
            `The card “${title}” does not stand between paragraphs.`,
          ),
          measured: position,
        })),
    )
  },
})
