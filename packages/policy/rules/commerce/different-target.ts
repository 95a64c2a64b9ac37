/** The page behind a card against the card: another price is sure, another title asks a person. */

import { inapplicable, type SeenCard, type SeenLink } from '@fangxing/contract'
import { toLikeness } from '../../src/material/likeness.ts'
import { weigh } from '../../src/material/weigh.ts'
import { seenCard, seenLink } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

/** Share of the letter pairs of one title that the other has. Ours. */
const LEAST_LIKENESS = 0.2

export const differentTarget = defineRule({
  id: 'commerce/different-target',
  clause: 'baijiahao-2019/3.1.2.b',
  severity: 'block',
  title: say('跳转页面与商品卡不一致', 'The page behind differs from the card'),
  why: say('跳转页面须与商品卡描述内容一致。', 'The page behind must agree with the card.'),
  fix: say('请让商品卡与商品页一致。', 'Make the card agree with the page.'),
  needs: ['cards', 'links'],
  examples: [
    {
      name: say('价格不同', 'another price'),
      seen: { cards: [seenCard({ price: '39' })], links: [seenLink({ price: '89' })] },
      expect: 'violation',
    },
    {
      name: say('标题不像', 'a title unlike'),
      seen: { cards: [seenCard()], links: [seenLink({ title: '真丝连衣裙' })] },
      expect: 'undetermined',
    },
    {
      name: say('一致', 'the same'),
      seen: { cards: [seenCard()], links: [seenLink()] },
      expect: 'pass',
    },
    { name: say('没有商品卡', 'no card'), seen: { cards: [], links: [] }, expect: 'inapplicable' },
  ],

  evaluate({ cards, links }) {
    if (cards.length === 0) return inapplicable
    const pairs = cards.map((card) => ({ card, link: links.find((one) => one.card === card.id) }))
    return weigh(
      pairs.flatMap(({ card, link }) =>
        link && differsInPrice(card, link) ? [tell(card, `${card.price} ≠ ${link.price}`)] : [],
      ),
      pairs.flatMap(({ card, link }) => {
        if (link === undefined || link.title === null) return [tell(card, '—')]
        const likeness = toLikeness(card.title, link.title)
        return likeness < LEAST_LIKENESS
          ? [tell(card, `${link.title} (${likeness.toFixed(2)})`)]
          : []
      }),
      say('跳转的页面是同一件商品吗？', 'Is the page behind about the same goods?'),
    )
  },
})

function differsInPrice({ price }: SeenCard, link: SeenLink): boolean {
  const [one, other] = [toAmount(price), toAmount(link.price)]
  return one !== null && other !== null && one !== other
}

/** Null for none, and for a range. */
function toAmount(price: string | null): number | null {
  const amounts = price?.match(/\d+(?:\.\d+)?/g) ?? []
  return amounts.length === 1 ? Number(amounts[0]) : null
}

function tell({ title, place }: SeenCard, measured: string) {
  return {
    place,
    message: say(
      `商品卡“${title}”与跳转页面不一致。`,
      `The card “${title}” and the page behind differ.`,
    ),
    measured,
  }
}
