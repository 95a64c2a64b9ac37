/** Words that lead from one card to the next: how many characters of text lie between. */

import { inapplicable, violationOrPass } from '@fangxing/contract'
import { seenCard } from '../../src/material-examples.ts'
import { baijiahaoProfile } from '../../src/profiles/material-profiles.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

export const adjacentCards = defineRule({
  id: 'commerce/adjacent-cards',
  clause: 'baijiahao-2019/3.3.1.b',
  severity: 'block',
  title: say('商品卡连放', 'Cards back to back'),
  why: say('两个商品卡之间需有文字引导过渡，不可连放。', 'Words lead from one card to the next.'),
  fix: say('请在两张商品卡之间写一段引导文字。', 'Write a passage between the two.'),
  needs: ['cards', 'profile'],
  examples: [
    {
      name: say('紧挨着', 'back to back'),
      seen: {
        cards: [seenCard(), seenCard({ id: 'sku-2', textBetween: 0 })],
        profile: baijiahaoProfile,
      },
      expect: 'violation',
    },
    {
      name: say('隔一段文字', 'a passage between'),
      seen: {
        cards: [seenCard(), seenCard({ id: 'sku-2', textBetween: 60 })],
        profile: baijiahaoProfile,
      },
      expect: 'pass',
    },
    {
      name: say('没有商品卡', 'no card'),
      seen: { cards: [], profile: baijiahaoProfile },
      expect: 'inapplicable',
    },
  ],

  evaluate({ cards, profile }) {
    if (cards.length === 0) return inapplicable
    const least = profile.cards.textBetween
    return violationOrPass(
      cards
        .filter(({ textBetween }) => textBetween !== null && textBetween < least)
        .map(({ place, title, textBetween }) => ({
          place,
          message: say(
            `商品卡“${title}”与上一张之间没有过渡文字。`,
            `No words lead from the card before to “${title}”.`,
          ),
          measured: `${textBetween}`,
          limit: `≥ ${least}`,
        })),
    )
  },
})
