/** Where a card leads: gone, sold out, unreachable. What was not followed asks a person. */

import { inapplicable, type SeenLink } from '@fangxing/contract'
import { weigh } from '../../src/material/weigh.ts'
import { seenCard, seenLink } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

const DEAD: readonly SeenLink['outcome'][] = ['gone', 'soldOut', 'unreachable']

export const deadCard = defineRule({
  id: 'commerce/dead-card',
  clause: 'baijiahao-2019/3.1.2.a',
  severity: 'block',
  title: say('商品卡是死链', 'A dead card'),
  why: say(
    '商品卡必须可正常跳转，不能失效、打不开或无库存。',
    'A card must open, and its goods must be there.',
  ),
  fix: say('请更换商品，或修复链接。', 'Replace the goods or mend the link.'),
  needs: ['cards', 'links'],
  examples: [
    {
      name: say('已下架', 'taken off the shelf'),
      seen: {
        cards: [seenCard()],
        links: [seenLink({ outcome: 'gone', measured: '该商品已下架' })],
      },
      expect: 'violation',
    },
    {
      name: say('没有跟随', 'not followed'),
      seen: { cards: [seenCard()], links: [] },
      expect: 'undetermined',
    },
    {
      name: say('可以打开', 'it opens'),
      seen: { cards: [seenCard()], links: [seenLink()] },
      expect: 'pass',
    },
    { name: say('没有商品卡', 'no card'), seen: { cards: [], links: [] }, expect: 'inapplicable' },
  ],

  evaluate({ cards, links }) {
    if (cards.length === 0) return inapplicable
    const followed = cards.map((card) => ({
      card,
      link: links.find((one) => one.card === card.id),
    }))
    const dead = followed.flatMap(({ card, link }) =>
      link !== undefined && DEAD.includes(link.outcome)
        ? [
            {
              place: card.place,
              message: say(
                `商品卡“${card.title}”打不开商品。`,
                `The card “${card.title}” does not lead to its goods.`,
              ),
              measured: link.measured,
            },
          ]
        : [],
    )
    const unknown = followed
      .filter(({ link }) => link === undefined || link.outcome === 'unknown')
      .map(({ card, link }) => ({
        place: card.place,
        message: say(
          `没有确认商品卡“${card.title}”能否打开。`,
          `Whether the card “${card.title}” opens is not known.`,
        ),
        measured: link?.measured ?? '—',
      }))
    return weigh(dead, unknown, say('商品卡能打开吗？', 'Does the card open?'))
  },
})
